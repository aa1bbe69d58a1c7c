// @ts-check
// What is chosen and saved at once: one of a few, a day, yes or no.

import { make, setHidden, setText } from "./dom.js";
import { idOf, labelOf, LEVEL, levelOf, valueOf, YES } from "./values.js";

/** @import { FieldData } from "../contract.d.ts" */
/** @import { Control, Spot } from "./types.d.ts" */

const NOT_CHOSEN = "Niet gekozen";
const AS_IT_IS = "Het niveau van nu";
const FIRST_DAY = "2020-01-01";
const LAST_DAY = "2099-12-31";

/**
 * @param {Spot} spot
 * @param {FieldData} field
 * @returns {Control}
 */
export function choiceControl(spot, field) {
  const select = make("select", { id: idOf(spot, field.name) });
  let now = field;
  let drawn = "";
  select.addEventListener("change", () => spot.screen.engine.choose(spot.subject, field.name, select.value));
  return {
    element: select,
    target: () => select,
    update: (next) => (now = next),
    show({ value }) {
      const options = optionsFor(spot, now, value);
      const wanted = JSON.stringify(options);
      if (wanted !== drawn)
        select.replaceChildren(...options.map(([each, text]) => make("option", { value: each, text })));
      drawn = wanted;
      if (select.value !== value) select.value = value;
    },
  };
}

/**
 * What can be chosen: the words for nothing, the options, and what is stored even if this list does not have it.
 * @param {Spot} spot
 * @param {FieldData} field
 * @param {string} value
 * @returns {[string, string][]}
 */
export function optionsFor(spot, field, value) {
  const present = levelOf(spot.screen, valueOf(spot, LEVEL))?.number ?? 0;
  const isAmbition = field.target !== undefined;
  const lowest = isAmbition ? Math.max(1, present) : null;
  const options = (field.options ?? []).filter(
    ([id]) => lowest === null || id === value || (levelOf(spot.screen, id)?.number ?? lowest) >= lowest,
  );
  const isAbove = field.target !== undefined && present > field.target;
  const known = value === "" || options.some(([id]) => id === value);
  return [["", isAbove ? AS_IT_IS : (field.empty ?? NOT_CHOSEN)], ...options, ...(known ? [] : [pair(value)])];
}

/** @param {string} value @returns {[string, string]} */
const pair = (value) => [value, value];

/**
 * A day; it may stay empty. One that is only half typed is not sent.
 * @param {Spot} spot
 * @param {FieldData} field
 * @returns {Control}
 */
export function dayControl(spot, field) {
  const input = make("input", { type: "date", id: idOf(spot, field.name), min: FIRST_DAY, max: LAST_DAY });
  const wrong = make("p", { class: "ww-note ww-error", hidden: true, text: "Kies een dag van 2020 tot en met 2099." });
  input.addEventListener("change", () => {
    const { value, validity } = input;
    const isWhole = !validity.badInput && (value === "" || (value >= FIRST_DAY && value <= LAST_DAY));
    setHidden(wrong, isWhole);
    if (isWhole) spot.screen.engine.choose(spot.subject, field.name, value);
  });
  return {
    element: make("div", {}, input, wrong),
    target: () => input,
    update: () => {},
    show({ value }) {
      if (value && value < FIRST_DAY) input.min = value;
      if (input.value !== value && document.activeElement !== input) input.value = value;
    },
  };
}

/**
 * Yes or no, with its label behind it.
 * @param {Spot} spot
 * @param {FieldData} field
 * @returns {Control}
 */
export function markControl(spot, field) {
  const box = make("input", { type: "checkbox", id: idOf(spot, field.name) });
  const words = make("span", { text: labelOf(spot, field) });
  box.addEventListener("change", () => spot.screen.engine.choose(spot.subject, field.name, box.checked ? YES : ""));
  return {
    element: make("label", { class: "ww-mark" }, box, words),
    target: () => box,
    update: (next) => setText(words, labelOf(spot, next)),
    show({ value }) {
      if (box.checked !== (value === YES)) box.checked = value === YES;
    },
  };
}
