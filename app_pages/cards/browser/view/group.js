// @ts-check
// The fields of one part of a card, in order; what was built is used again when the page gives other data.

import { make, place } from "./dom.js";
import { makeField } from "./field.js";

/** @import { FieldData } from "../contract.d.ts" */
/** @import { FieldView, Part, Spot } from "./types.d.ts" */

/**
 * @param {Spot} spot
 * @param {(field: FieldData) => boolean} belongs
 * @returns {Part & { update(): void, views(): FieldView[] }}
 */
export function makeGroup(spot, belongs) {
  const element = make("div", { class: "ww-fields" });
  /** @type {Map<string, FieldView>} */
  let views = new Map();

  function update() {
    const fields = spot.card.fields.filter((each) => each.kind !== "hidden" && belongs(each));
    const before = views;
    views = new Map(fields.map((each) => [each.name, reused(before.get(each.name), each) ?? makeField(spot, each)]));
    place(
      element,
      [...views.values()].map((each) => each.element),
    );
  }

  /** @param {FieldView | undefined} view @param {FieldData} field */
  function reused(view, field) {
    if (view?.kind !== field.kind) return null;
    view.update(field);
    return view;
  }

  update();
  return { element, update, views: () => [...views.values()], show: () => views.forEach((each) => each.show()) };
}
