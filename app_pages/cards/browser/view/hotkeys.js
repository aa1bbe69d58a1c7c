// @ts-check
// One key for a level: 0 to 4, and the first letter of the two other answers. They can be switched off (WCAG 2.1.4).

import { make, setText } from "./dom.js";
import { LEVEL, valueOf } from "./values.js";

/** @import { LevelData } from "../contract.d.ts" */
/** @import { CardView, Screen } from "./types.d.ts" */

export const NEXT = "v";
export const PREVIOUS = "t";
const KEPT_AS = "was-wordt-sneltoetsen";
const OFF = "uit";
const TYPING = "textarea, select, dialog, input:not([type=radio], [type=checkbox])";

/** @param {LevelData} level */
const keyOf = (level) => (level.number === null ? level.label.slice(0, 1).toLowerCase() : String(level.number));

/**
 * The level that a key stands for, if any.
 * @param {LevelData[]} levels
 * @param {string} key
 */
export const levelOfKey = (levels, key) => levels.find((each) => keyOf(each) === key.toLowerCase());

/**
 * Whether a key press is a hotkey here: no other key is held, and nobody is typing.
 * @param {KeyboardEvent} event
 */
export function isFree({ target, ctrlKey, altKey, metaKey, isComposing, repeat }) {
  return (
    !(ctrlKey || altKey || metaKey || isComposing || repeat) && target instanceof Element && !target.closest(TYPING)
  );
}

/**
 * Choose the level of this key in a card; whether there is one.
 * @param {CardView} view
 * @param {string} key
 */
export function chooseByKey(view, key) {
  const { spot, element } = view;
  const level = levelOfKey(spot.screen.data.levels, key);
  const field = spot.card.fields.find((each) => each.kind === "level");
  if (!level || !field) return false;
  if (valueOf(spot, LEVEL) !== level.id) spot.screen.engine.choose(spot.subject, field.name, level.id);
  view.show();
  const radio = /** @type {HTMLElement | null} */ (element.querySelector(`[data-field="${field.name}"] input:checked`));
  if (document.activeElement?.closest("fieldset") === radio?.closest("fieldset")) radio?.focus();
  return true;
}

/**
 * The switch, and whether it is on; it is remembered.
 * @param {Screen} screen
 */
export function makeHotkeySwitch({ parts }) {
  const box = make("input", { type: "checkbox", role: "switch" });
  box.checked = parts.storage?.getItem(KEPT_AS) !== OFF;
  const state = make("span", { "aria-hidden": "true" });
  const show = () => setText(state, box.checked ? "aan" : "uit");
  box.addEventListener("change", () => {
    parts.storage?.setItem(KEPT_AS, box.checked ? "aan" : OFF);
    show();
  });
  show();
  const element = make("label", { class: "ww-mark ww-switch" }, box, make("span", { text: "Sneltoetsen" }), " ", state);
  return { element, isOn: () => box.checked };
}

/**
 * What the keys are; without levels those that only lead to another card.
 * @param {LevelData[]} levels
 * @param {boolean} isOneByOne
 */
export function helpText(levels, isOneByOne) {
  const numbers = levels.filter((each) => each.number !== null).map(keyOf);
  const letters = levels
    .filter((each) => each.number === null)
    .map((each) => `${keyOf(each).toUpperCase()} ${each.label.toLowerCase()}`);
  const choose = numbers.length ? [`${numbers[0]} tot en met ${numbers[numbers.length - 1]} kiest een niveau`] : [];
  const move = isOneByOne ? [`${NEXT.toUpperCase()} volgende`, `${PREVIOUS.toUpperCase()} terug`] : [];
  const where = isOneByOne ? ". Niet terwijl u typt." : ", als u bij de niveaus van een norm staat.";
  return `Toetsen: ${[...choose, ...letters, ...move].join(", ")}${where}`;
}
