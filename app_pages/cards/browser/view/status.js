// @ts-check
// The line that says whether a card is saved: what stands there is true for every field of it.

import { make, makeButton, setAttribute, setHidden, setText } from "./dom.js";
import { fieldName } from "./values.js";
import { listed, momentText } from "./words.js";

/** @import { FieldState, SaveState } from "../contract.d.ts" */
/** @import { Part, Spot } from "./types.d.ts" */

/** From good to bad. @type {SaveState[]} */
const ORDER = ["empty", "stored", "waiting", "offline", "conflict", "refused"];
const KEPT = "Geen verbinding: uw tekst staat veilig in deze browser en wordt vanzelf bewaard.";
const NOT_KEPT =
  "Geen verbinding, en deze browser kan uw tekst niet bewaren. Laat deze pagina open: zodra er weer verbinding is, wordt hij opgeslagen.";

/**
 * @param {Spot} spot
 * @param {() => void} focusCard where the focus goes when the button with the focus is no longer needed
 * @returns {Part}
 */
export function makeStatus(spot, focusCard) {
  const { engine } = spot.screen;
  const line = make("p", { class: "ww-status", role: "status" });
  const label = spot.card.code && `Opnieuw proberen: ${spot.card.code}`;
  const again = makeButton("Opnieuw proberen", () => engine.retry(), { label: label || undefined });
  return {
    element: make("div", { class: "ww-foot" }, line, again),
    show() {
      const fields = engine.fields(spot.subject);
      const state = worst(fields);
      setAttribute(line, "data-state", state);
      setText(line, statusText(spot, fields, state));
      const canRepeat = Object.values(fields).some((each) => each.state === "refused" && !each.isFinal);
      if (!canRepeat && document.activeElement === again) focusCard();
      setHidden(again, !canRepeat);
    },
  };
}

/**
 * @param {Record<string, FieldState>} fields
 * @returns {SaveState}
 */
export function worst(fields) {
  const states = new Set(Object.values(fields).map((each) => each.state));
  return ORDER.findLast((each) => states.has(each)) ?? "empty";
}

/**
 * @param {Spot} spot
 * @param {Record<string, FieldState>} fields
 * @param {SaveState} state
 */
function statusText(spot, fields, state) {
  const { engine, parts } = spot.screen;
  if (state === "stored") return savedText(fields, parts.now());
  if (state === "waiting") return "Nog niet opgeslagen …";
  if (state === "offline") return engine.keepsDrafts ? KEPT : NOT_KEPT;
  if (state === "empty") return "Nog niets ingevuld";
  const failed = Object.entries(fields).filter(([, each]) => each.state === state);
  const names = listed(failed.map(([name]) => fieldName(spot, name)));
  const why = state === "conflict" ? "Kies welke versie blijft." : failed[0]?.[1].message;
  return `Niet opgeslagen: ${names}. ${why ?? ""}`.trim();
}

/** @param {Record<string, FieldState>} fields @param {number} now */
function savedText(fields, now) {
  const at = Object.values(fields).reduce((latest, each) => (each.at && each.at > latest ? each.at : latest), "");
  return at ? `✓ Opgeslagen ${momentText(at, now)}` : "✓ Opgeslagen";
}
