// @ts-check
// One card to read, where nothing can be changed: a list of what was filled in.

import { make } from "./dom.js";
import { makeHeading } from "./heading.js";
import { actionText, LEVEL, shortName, valueOf, valueText } from "./values.js";
import { withCapital } from "./words.js";

/** @import { CardData } from "../contract.d.ts" */
/** @import { CardView, Screen, Spot } from "./types.d.ts" */

const NOTHING = "Nog niet ingevuld";

/**
 * @param {Screen} screen
 * @param {CardData} given
 * @param {number} number
 * @returns {CardView}
 */
export function makeReadCard(screen, given, number) {
  /** @type {Spot} */
  const spot = { screen, subject: given.subject, card: given, number };
  const top = makeHeading(spot);
  const list = make("dl", { class: "ww-details ww-answer" });
  const element = make("section", {
    class: `ww-card ww-card-${given.kind}`,
    id: `kaart-${given.subject}`,
    "data-subject": given.subject,
    role: "group",
  });
  element.append(top.element, list);
  if (given.code || given.title || given.kind !== "particulars")
    element.setAttribute("aria-labelledby", top.heading.id);
  const show = () => {
    top.show();
    drawList(list, spot);
  };
  return {
    subject: given.subject,
    spot,
    element,
    tools: make("div"),
    show,
    focus: () => top.heading.focus(),
    lead: () => top.heading.focus(),
    complete: () => {},
    update(card, place) {
      spot.card = card;
      spot.number = place;
    },
  };
}

/** @param {HTMLElement} list @param {Spot} spot */
function drawList(list, spot) {
  const shown = spot.card.fields.filter(
    ({ name, kind }) => kind !== "hidden" && (valueOf(spot, name) || name === LEVEL) && !isInHeading(spot, name),
  );
  const entries = shown.map(({ name }) => [
    withCapital(shortName(spot, name)),
    valueText(spot, name, valueOf(spot, name)) || NOTHING,
  ]);
  const wanted = JSON.stringify(entries);
  if (list.dataset.drawn === wanted) return;
  list.dataset.drawn = wanted;
  list.replaceChildren(
    ...entries.flatMap(([name = "", text = ""]) => [make("dt", { text: name }), make("dd", { text })]),
  );
}

/**
 * Whether the heading of an action says it all.
 * @param {Spot} spot
 * @param {string} name
 */
const isInHeading = (spot, name) =>
  spot.card.kind === "action" && name === "wat" && valueOf(spot, name) === actionText(spot);
