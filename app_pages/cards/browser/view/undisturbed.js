// @ts-check
// Streamlit opens a window over the page when the server is away, and takes the focus from whoever is typing. A card says
// by itself that there is no connection, and keeps what is typed: so the window goes, and the focus comes back.

/** @import { ViewParts } from "./types.d.ts" */

const APP = '[data-testid="stApp"]';
const CLOSE = '[role="dialog"] > button';
const MOST_TRIES = 50;
const TRY_AGAIN_MS = 10; // until the window is gone

/**
 * @param {HTMLElement} root
 * @param {ViewParts} parts
 * @returns {() => void} stops it
 */
export function watchFocus(root, parts) {
  const onOut = (/** @type {FocusEvent} */ { target }) => {
    const close = /** @type {HTMLElement | null} */ (document.querySelector(CLOSE));
    if (!close || !isAway() || !(target instanceof HTMLElement)) return;
    close.click();
    focusSoon(target, parts, MOST_TRIES);
  };
  root.addEventListener("focusout", onOut);
  return () => root.removeEventListener("focusout", onOut);
}

/** Whether Streamlit lost its server. */
const isAway = () => document.querySelector(APP)?.getAttribute("data-test-connection-state") !== "CONNECTED";

/** @param {HTMLElement} target @param {ViewParts} parts @param {number} tries */
function focusSoon(target, parts, tries) {
  if (!target.isConnected || !tries) return;
  if (target.closest("[inert]")) return void parts.setTimeout(() => focusSoon(target, parts, tries - 1), TRY_AGAIN_MS);
  target.focus({ preventScroll: true });
}
