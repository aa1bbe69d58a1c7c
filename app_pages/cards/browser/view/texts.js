// @ts-check
// A text that is typed: a box that grows with it, or one line. What has the focus is never rewritten under the hands.

import { make, setText } from "./dom.js";
import { idOf } from "./values.js";

/** @import { FieldData } from "../contract.d.ts" */
/** @import { Control, Spot } from "./types.d.ts" */

const NEARLY = 0.9; // from here on it is said how many characters are left

/**
 * @param {Spot} spot
 * @param {FieldData} field
 * @returns {Control}
 */
export function textControl(spot, field) {
  const id = idOf(spot, field.name);
  const shape = { id, autocomplete: "off" };
  const input =
    field.kind === "line" ? make("input", { type: "text", ...shape }) : make("textarea", { rows: 3, ...shape });
  const mirror = make("div", { class: "ww-mirror", "aria-hidden": "true" }); // gives the box its height; is printed
  const left = make("p", { class: "ww-note", hidden: true });
  const reflect = () => {
    setText(mirror, `${input.value}\n`);
    showRoom(left, input.value, field.longest);
  };
  input.addEventListener("input", () => {
    reflect();
    spot.screen.engine.type(spot.subject, field.name, input.value);
  });
  noteFocus(input, spot, field.name);
  let wasRecovered = false;
  return {
    element: make("div", { class: `ww-grow ww-kind-${field.kind}` }, input, mirror, left),
    target: () => input,
    update: () => {},
    show({ value, isRecovered }) {
      const isPutBack = isRecovered && !wasRecovered;
      wasRecovered = isRecovered;
      const differs = input.value !== value.replace(/\r\n?/g, "\n");
      if (differs && (isPutBack || document.activeElement !== input)) input.value = value;
      reflect();
    },
  };
}

/**
 * While somebody types, news for this text waits. A window that loses the focus leaves the cursor in it: that counts.
 * @param {HTMLElement} input
 * @param {Spot} spot
 * @param {string} name
 */
function noteFocus(input, { screen, subject }, name) {
  input.addEventListener("focus", () => screen.engine.focus({ subject, field: name }));
  input.addEventListener("blur", () => {
    screen.engine.flush();
    if (document.activeElement !== input) screen.engine.focus(null);
  });
}

/**
 * Say how much room is left, or how much too long a text is: the server refuses it, and nothing is cut off.
 * @param {HTMLElement} note
 * @param {string} text
 * @param {number | undefined} longest
 */
function showRoom(note, text, longest) {
  const isNear = longest !== undefined && text.length > longest * NEARLY;
  note.hidden = !isNear;
  if (!isNear) return;
  const room = longest - [...text].length;
  note.classList.toggle("ww-error", room < 0);
  setText(
    note,
    room < 0 ? `${-room} tekens te lang. Maak de tekst korter: zo wordt hij niet opgeslagen.` : `Nog ${room} tekens.`,
  );
}
