// @ts-check
// The folded part of a card: its summary says what is in it, and it is only built when somebody opens it.

import { make, setText } from "./dom.js";
import { makeGroup } from "./group.js";
import { isTroubled } from "./trouble.js";
import { actionText, shortName, stateOf, valueOf } from "./values.js";
import { listed, withCapital } from "./words.js";

/** @import { FieldData } from "../contract.d.ts" */
/** @import { FieldView, Part, Spot } from "./types.d.ts" */

/** @typedef {Part & { element: HTMLDetailsElement, update(): void, build(): void, open(): void, views(): FieldView[] }} Fold */

/**
 * @param {Spot} spot
 * @param {(field: FieldData) => boolean} belongs
 * @param {HTMLElement} buttons what stands below the fields
 * @returns {Fold}
 */
export function makeFold(spot, belongs, buttons) {
  const title = make("span", { class: "ww-more-title" });
  const count = make("span", { class: "ww-count" });
  const unseen = make("span", { class: "ww-unseen" }); // tells actions apart for who does not see the headline above
  const summary = make("summary", {}, title, unseen, " ", count);
  const element = make("details", { class: "ww-more" }, summary);
  /** @type {ReturnType<typeof makeGroup> | null} */
  let group = null;
  let wasTroubled = false;

  function build() {
    if (group) return;
    group = makeGroup(spot, belongs);
    element.append(make("div", { class: "ww-more-body" }, group.element, buttons));
    group.show();
  }
  summary.addEventListener("click", build);
  element.addEventListener("toggle", () => element.open && build());

  function open() {
    build();
    element.open = true;
  }

  return {
    element,
    build,
    open,
    views: () => group?.views() ?? [],
    update: () => group?.update(),
    show() {
      const names = spot.card.fields.filter((each) => each.kind !== "hidden" && belongs(each)).map((each) => each.name);
      setText(title, titleOf(spot, names));
      setText(count, countOf(spot, names));
      setText(unseen, spot.card.kind === "action" ? `: ${actionText(spot)}` : "");
      const needsEyes = names.some((each) => isTroubled(stateOf(spot, each)) || stateOf(spot, each).isRecovered);
      if (needsEyes && !wasTroubled) open();
      wasTroubled = needsEyes;
      group?.show();
    },
  };
}

/** @param {Spot} spot @param {string[]} names */
function titleOf(spot, names) {
  if (spot.card.kind === "action") return "Bekijk of wijzig deze actie";
  const inside = names.map((each) => shortName(spot, each));
  const main = inside.filter((each) => !inside.some((other) => other !== each && each.includes(other)));
  return `${spot.card.code ? `${spot.card.code} · ` : ""}${withCapital(main.join(", "))}`;
}

/**
 * "2 ingevuld: bewijs en zekerheid"; nothing while nothing is filled in, or where the headline says it.
 * @param {Spot} spot
 * @param {string[]} names
 */
function countOf(spot, names) {
  const filled = names.filter((each) => valueOf(spot, each).trim()).map((each) => shortName(spot, each));
  if (!filled.length || spot.card.kind === "action") return "";
  return `${filled.length} ingevuld: ${listed(filled)}`;
}
