// @ts-check
// The level of a norm: native radios, with what each level means beside its name. Chosen again is taken back.

import { make, setText } from "./dom.js";
import { idOf, labelOf, valueOf } from "./values.js";
import { levelLabel } from "./words.js";

/** @import { FieldData, LevelData } from "../contract.d.ts" */
/** @import { Control, Spot } from "./types.d.ts" */

/**
 * @param {Spot} spot
 * @param {FieldData} field
 * @returns {Control}
 */
export function levelControl(spot, field) {
  const legend = make("legend", { text: labelOf(spot, field) });
  const heights = make("div", { class: "ww-levels" });
  const apart = make("div", { class: "ww-levels ww-apart" });
  for (const level of spot.screen.data.levels)
    (level.number === null ? apart : heights).append(row(spot, field, level));
  const element = make("fieldset", { class: "ww-choose" }, legend, heights, apart);
  const radios = [...element.querySelectorAll("input")];
  listen(element, spot, field.name);
  return {
    element,
    target: () => radios.find((each) => each.checked) ?? /** @type {HTMLInputElement} */ (radios[0]),
    update: (next) => setText(legend, labelOf(spot, next)),
    show({ value }) {
      for (const radio of radios) if (radio.checked !== (radio.value === value)) radio.checked = radio.value === value;
    },
  };
}

/** @param {Spot} spot @param {FieldData} field @param {LevelData} level */
function row(spot, field, level) {
  const id = `${idOf(spot, field.name)}-${level.id}`;
  const radio = make("input", {
    type: "radio",
    id,
    name: idOf(spot, field.name),
    value: level.id,
    "aria-labelledby": `${id}-naam`,
    "aria-describedby": `${id}-uitleg`,
  });
  const name = make("span", { class: "ww-level-name", id: `${id}-naam`, text: levelLabel(level) });
  const meaning = make("span", { class: "ww-level-meaning", id: `${id}-uitleg`, text: level.meaning });
  return make("label", { class: "ww-level" }, radio, name, meaning);
}

/** @param {unknown} target @returns {target is HTMLInputElement} */
const isRadio = (target) => target instanceof HTMLInputElement && target.type === "radio";

/**
 * A click comes before the change it makes, so the level that the engine knows is the one from before the click.
 * @param {HTMLElement} element
 * @param {Spot} spot
 * @param {string} name
 */
function listen(element, spot, name) {
  const choose = (/** @type {string} */ value) => spot.screen.engine.choose(spot.subject, name, value);
  let times = 0; // of the click on the label that is about to click its radio
  element.addEventListener("click", ({ target, detail }) => {
    if (!isRadio(target)) return void (times = detail);
    const isDouble = Math.max(times, detail) > 1; // who clicks twice wants it chosen
    times = 0;
    if (target.value !== valueOf(spot, name) || isDouble) return;
    target.checked = false;
    choose("");
  });
  element.addEventListener("change", ({ target }) => {
    if (isRadio(target) && target.checked && target.value !== valueOf(spot, name)) choose(target.value);
  });
  takeBackWithSpace(element, (radio) => {
    radio.checked = false;
    choose("");
  });
}

/**
 * Browsers do nothing, or click, at a space on a radio that is chosen; here it is always taken back, once per press.
 * @param {HTMLElement} element
 * @param {(radio: HTMLInputElement) => void} act
 */
function takeBackWithSpace(element, act) {
  let isDown = false;
  element.addEventListener("keydown", (event) => {
    if (event.key !== " " || !isRadio(event.target)) return;
    if (isDown) return event.preventDefault();
    if (!event.target.checked) return;
    isDown = true;
    event.preventDefault();
    act(event.target);
  });
  element.addEventListener("keyup", (event) => {
    if (event.key !== " " || !isDown) return;
    isDown = false;
    event.preventDefault();
  });
  element.addEventListener("focusout", () => (isDown = false));
}
