// @ts-check
// Several of many: folded, with what is chosen in the summary; a search box and a list of boxes inside.

import { make, setHidden, setText } from "./dom.js";
import { chosen, idOf, inOrder, labelOf, optionText, valueOf } from "./values.js";
import { listed } from "./words.js";

/** @import { FieldData } from "../contract.d.ts" */
/** @import { Control, Spot } from "./types.d.ts" */

const MOST_CODES = 12;

/**
 * @param {Spot} spot
 * @param {FieldData} field
 * @returns {Control}
 */
export function severalControl(spot, field) {
  let now = field;
  const label = make("span", { class: "ww-label" });
  const count = make("span", { class: "ww-count" });
  const summary = make("summary", { id: idOf(spot, field.name) }, label, " ", count);
  const element = make("details", { class: "ww-several" }, summary);
  /** @type {HTMLElement | null} */
  let list = null;
  const value = () => valueOf(spot, field.name);
  const build = () => {
    if (list) return;
    list = boxes(spot, now, value());
    element.append(searchBox(spot, now, list), list);
  };
  summary.addEventListener("click", build);
  element.addEventListener("toggle", build);
  return {
    element,
    target: () => summary,
    update: (next) => (now = next),
    show(state) {
      setText(label, labelOf(spot, now));
      setText(count, summaryText(now, state.value));
      for (const box of list?.querySelectorAll("input") ?? []) box.checked = chosen(state.value).includes(box.value);
    },
  };
}

/**
 * "2 gekozen: 3.01 en 3.04".
 * @param {FieldData} field
 * @param {string} value
 */
export function summaryText(field, value) {
  const codes = inOrder(field, value).map((each) => codeOf(optionText(field, each)));
  if (!codes.length) return "nog niets gekozen";
  const rest = codes.length - MOST_CODES;
  const shown = rest > 1 ? [...codes.slice(0, MOST_CODES), `nog ${rest}`] : codes;
  return `${codes.length} gekozen: ${listed(shown)}`;
}

/**
 * The code before a title: "3.01 Een titel" is "3.01", "G.04 Een titel" is "G.04".
 * @param {string} text
 */
export const codeOf = (text) => /^[\dA-Z]\.\d+(?= )/.exec(text)?.[0] ?? text;

/** @param {Spot} spot @param {FieldData} field @param {string} value */
function boxes(spot, field, value) {
  const known = (field.options ?? []).map(([id]) => id);
  const all = [...known, ...chosen(value).filter((each) => !known.includes(each))];
  const list = make("ul", { class: "ww-boxes" }, ...all.map((id) => boxRow(field, id, value)));
  list.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const others = chosen(valueOf(spot, field.name)).filter((each) => each !== target.value);
    spot.screen.engine.choose(
      spot.subject,
      field.name,
      [...others, ...(target.checked ? [target.value] : [])].join(" "),
    );
  });
  return list;
}

/** @param {FieldData} field @param {string} id @param {string} value */
function boxRow(field, id, value) {
  const box = make("input", { type: "checkbox", value: id });
  box.checked = chosen(value).includes(id);
  return make("li", {}, make("label", { class: "ww-mark" }, box, make("span", { text: optionText(field, id) })));
}

/** @param {Spot} spot @param {FieldData} field @param {HTMLElement} list */
function searchBox(spot, field, list) {
  const id = `${idOf(spot, field.name)}-zoek`;
  const input = make("input", { type: "search", id, autocomplete: "off" });
  const found = make("p", { class: "ww-note", role: "status" });
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    for (const row of rows) setHidden(row, !words.every((word) => row.textContent?.toLowerCase().includes(word)));
    setText(found, words.length ? `${rows.filter((row) => !row.hidden).length} gevonden.` : "");
  });
  return make("div", { class: "ww-search" }, make("label", { for: id, text: "Zoek op nummer of woord" }), input, found);
}
