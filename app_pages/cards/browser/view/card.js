// @ts-check
// One card to fill in: a norm, an action, a step of a process or the particulars, as its data say.

import { makeClearing } from "./clearing.js";
import { lead, make, makeButton, setAttribute, setHidden } from "./dom.js";
import { makeFold } from "./fold.js";
import { makeGroup } from "./group.js";
import { makeHeading } from "./heading.js";
import { showHistory } from "./history.js";
import { makeReconfirm } from "./reconfirm.js";
import { makeStatus } from "./status.js";
import { isTroubled, makeTrouble } from "./trouble.js";
import { actionText, cardName, fieldOf, REMOVED, valueOf, YES } from "./values.js";

/** @import { CardData, FieldData } from "../contract.d.ts" */
/** @import { CardView, Part, Screen, Spot } from "./types.d.ts" */

/**
 * @param {Screen} screen
 * @param {CardData} given
 * @param {number} number
 * @returns {CardView}
 */
export function makeCard(screen, given, number) {
  /** @type {Spot} */
  const spot = { screen, subject: given.subject, card: given, number };
  const isFolded = (/** @type {FieldData} */ field) => spot.card.folded || Boolean(field.isFolded);
  const top = makeHeading(spot);
  const focus = () => top.heading.focus();
  const removal = makeRemoval(spot, openFirst);
  const clearing = makeClearing(spot, focus);
  const group = makeGroup(spot, (field) => !isFolded(field));
  const fold = makeFold(spot, isFolded, makeButtons(spot, clearing.button, removal.button));
  const status = makeStatus(spot, focus);
  const tools = make("div", { class: "ww-buttons" });
  const parts = [makeReconfirm(spot, focus), group, makeHiddenTroubles(spot), fold, status, clearing];
  const body = make("div", { class: "ww-body" }, ...parts.map((each) => each.element), tools);
  const element = make("section", {
    class: `ww-card ww-card-${given.kind}`,
    id: `kaart-${given.subject}`,
    "data-subject": given.subject,
    role: "group",
  });
  element.append(top.element, removal.element, body);
  setAttribute(
    element,
    "aria-labelledby",
    given.code || given.title || given.kind !== "particulars" ? top.heading.id : null,
  );
  let drawn = JSON.stringify(given);

  function openFirst() {
    const [first] = group.views();
    if (spot.card.folded) fold.open();
    lead((spot.card.folded ? fold.views()[0] : first)?.element.querySelector("textarea, input, select, summary"));
  }

  function show() {
    const isGone = removal.isGone();
    const hasFold = spot.card.fields.some((each) => each.kind !== "hidden" && isFolded(each));
    setHidden(body, isGone);
    setHidden(fold.element, !hasFold);
    for (const part of [top, removal, ...parts]) part.show();
    setHidden(status.element, spot.card.folded && !fold.element.open && isQuiet(status));
  }
  fold.element.addEventListener("toggle", show);

  return {
    subject: given.subject,
    spot,
    element,
    tools,
    show,
    focus,
    lead: () => (removal.isGone() ? removal.lead() : openFirst()),
    complete: fold.build,
    update(card, place) {
      const wanted = JSON.stringify(card);
      const isSame = wanted === drawn && place === spot.number;
      drawn = wanted;
      spot.card = card;
      spot.number = place;
      if (isSame) return;
      group.update();
      fold.update();
    },
  };
}

/**
 * A folded card that is saved, or empty, needs no line about it.
 * @param {Part} status
 */
const isQuiet = ({ element }) => ["stored", "empty"].includes(element.querySelector("p")?.dataset.state ?? "");

/** @param {Spot} spot @param {HTMLElement} clear @param {HTMLElement} remove */
function makeButtons(spot, clear, remove) {
  const { kind, code } = spot.card;
  const history = makeButton(
    `Geschiedenis van ${kind === "action" ? "deze actie" : code}`,
    () => void showHistory(spot),
    {
      class: "ww-quiet",
      label: kind === "action" ? `Geschiedenis van deze actie: ${cardName(spot)}` : undefined,
    },
  );
  const shown = { norm: [history, clear], action: [history, remove], process: [], particulars: [] }[kind];
  return make("div", { class: "ww-buttons" }, ...shown);
}

/**
 * What only buttons set (a mark, a place) has no input; when two people disagree about it, it is asked here.
 * @param {Spot} spot
 * @returns {Part}
 */
function makeHiddenTroubles(spot) {
  const element = make("div", { class: "ww-troubles" });
  /** @type {Map<string, Part>} */
  const troubles = new Map();
  return {
    element,
    show() {
      for (const [name, state] of Object.entries(spot.screen.engine.fields(spot.subject))) {
        if ((fieldOf(spot, name)?.kind ?? "hidden") !== "hidden") continue;
        if (!isTroubled(state) && !troubles.has(name)) continue;
        const trouble = troubles.get(name) ?? makeTrouble(spot, name);
        if (!troubles.has(name)) element.append(trouble.element);
        troubles.set(name, trouble);
        trouble.show();
      }
    },
  };
}

/**
 * Removing an action, and in its place what it was and the way back.
 * @param {Spot} spot
 * @param {() => void} openFirst
 */
function makeRemoval(spot, openFirst) {
  const { engine } = spot.screen;
  const isGone = () => spot.card.kind === "action" && valueOf(spot, REMOVED) === YES;
  const back = makeButton("Zet de actie terug", () => {
    engine.choose(spot.subject, REMOVED, "");
    openFirst();
  });
  const remove = () => {
    engine.choose(spot.subject, REMOVED, YES);
    back.focus();
  };
  const button = makeButton("Verwijder deze actie", remove, { class: "ww-quiet" });
  const element = make("p", { class: "ww-removed", hidden: true }, back);
  const show = () => {
    setAttribute(back, "aria-label", `Zet de actie terug: ${actionText(spot)}`);
    setAttribute(button, "aria-label", `Verwijder deze actie: ${actionText(spot)}`);
    setHidden(element, !isGone());
  };
  return { element, button, isGone, lead: () => lead(back), show };
}
