// @ts-check
// A row of cards that are added, moved and removed here: the steps of a process. Every place is stored with its card.

import { lead, make, makeButton, place, setHidden, setText } from "./dom.js";
import { makeCard } from "./card.js";
import { makeReadCard } from "./reading.js";
import { cardName, POSITION, REMOVED, valueOf, YES } from "./values.js";
import { shortened } from "./words.js";

/** @import { CardData, RowData } from "../contract.d.ts" */
/** @import { CardView, Screen } from "./types.d.ts" */

/** @typedef {{ subject: string, field: string, value: string }} Value */

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const ID_LENGTH = 8;
const LONGEST_NAME = 60;

/** @param {string} prefix */
export function newSubject(prefix) {
  const random = crypto.getRandomValues(new Uint8Array(ID_LENGTH));
  return prefix + Array.from(random, (each) => SIGNS[each % SIGNS.length]).join("");
}

/** The cards of a row, those that were removed, and the button that adds one. */
export class Row {
  /** @type {Map<string, CardView>} */
  #views = new Map();
  #introduction = make("p", { class: "ww-statement" });
  #cards = make("div", { class: "ww-list" });
  #problem = make("p", { class: "ww-note ww-error", role: "alert", hidden: true });
  #add = makeButton("", () => void this.#addCard(), { class: "ww-primary" });
  #removed = make("ul", { class: "ww-gone" });
  element = make("div", { class: "ww-row" }, this.#introduction, this.#cards, this.#problem, this.#add, this.#removed);

  /** @param {Screen} screen @param {RowData} row */
  constructor(screen, row) {
    this.screen = screen;
    this.row = row;
  }

  /** The cards in their places. */
  views() {
    const isBefore = (/** @type {CardView} */ one, /** @type {CardView} */ other) =>
      one.subject < other.subject ? -1 : 1;
    return [...this.#views.values()]
      .filter(isIn)
      .sort((one, other) => positionOf(one) - positionOf(other) || isBefore(one, other));
  }

  /** @param {RowData} row @param {CardData[]} cards */
  update(row, cards) {
    this.row = row;
    for (const card of cards) this.#take(card.subject, card);
  }

  /** Take in cards that a colleague added. @param {Set<string> | null} subjects */
  notice(subjects) {
    for (const subject of subjects ?? []) {
      const isNew = subject.startsWith(this.row.prefix) && !this.#views.has(subject);
      if (isNew && this.screen.engine.field(subject, POSITION).value) this.#take(subject);
    }
  }

  show() {
    const { readOnly } = this.screen.data;
    const shown = this.views();
    place(
      this.#cards,
      shown.map((each) => each.element),
    );
    shown.forEach((view, index) => {
      view.update(view.spot.card, index + 1);
      view.show();
      showTools(view, index, shown.length);
    });
    setText(this.#introduction, this.row.introduction);
    setHidden(this.#introduction, shown.length > 0 || !this.row.introduction || readOnly);
    setText(this.#add, this.row.addLabel);
    setHidden(this.#add, readOnly);
    this.#showRemoved();
  }

  #showRemoved() {
    const gone = this.screen.data.readOnly ? [] : [...this.#views.values()].filter((view) => !isIn(view));
    place(
      this.#removed,
      gone.map((view) => this.#lineOf(view) ?? this.#makeLine(view)),
    );
    setHidden(this.#removed, !gone.length);
  }

  /** Where a removed card can be put back. @param {CardView} view */
  #lineOf({ subject }) {
    return /** @type {HTMLElement[]} */ ([...this.#removed.children]).find((each) => each.dataset.subject === subject);
  }

  /** @param {CardView} view */
  #makeLine(view) {
    const name = shortened(valueOf(view.spot, "wat"), LONGEST_NAME) || "processtap zonder tekst";
    const back = makeButton("Zet de processtap terug", () => this.#setRemoved(view, ""), {
      label: `Zet de processtap terug: ${name}`,
    });
    return make("li", { "data-subject": view.subject }, `Verwijderd: ${name} `, back);
  }

  /** @param {string} subject @param {CardData} [card] */
  #take(subject, card = { ...this.row.template, subject }) {
    const known = this.#views.get(subject);
    if (known) return known.update(card, known.spot.number);
    const { readOnly } = this.screen.data;
    const view = (readOnly ? makeReadCard : makeCard)(this.screen, card, this.#views.size + 1);
    this.#views.set(subject, view);
    if (!readOnly) view.tools.append(...this.#tools(view));
  }

  /** @param {CardView} view */
  #tools(view) {
    const quiet = { class: "ww-quiet" };
    const up = makeButton("", () => void this.#move(view, -1), quiet);
    const down = makeButton("", () => void this.#move(view, 1), quiet);
    return [up, down, makeButton("", () => this.#setRemoved(view, YES), quiet)];
  }

  async #addCard() {
    const last = Math.max(0, ...this.views().map(positionOf));
    const subject = newSubject(this.row.prefix);
    const saving = this.#save([{ subject, field: POSITION, value: String(last + 1) }], "Niet toegevoegd.");
    this.#take(subject);
    this.show();
    this.#views.get(subject)?.lead();
    const isTypedIn = () => Object.values(this.screen.engine.fields(subject)).some((each) => each.value);
    if ((await saving) || isTypedIn()) return;
    this.#views.delete(subject);
    this.show();
    this.#add.focus();
  }

  /** @param {CardView} view @param {number} by */
  async #move(view, by) {
    const cards = this.views();
    const from = cards.indexOf(view);
    const to = Math.min(Math.max(from + by, 0), cards.length - 1);
    cards.splice(to, 0, ...cards.splice(from, 1));
    const moved = cards
      .map((each, index) => ({ each, number: index + 1 }))
      .filter(({ each, number }) => positionOf(each) !== number);
    const values = moved.map(({ each, number }) => ({ subject: each.subject, field: POSITION, value: String(number) }));
    if (await this.#save(values, "Niet verplaatst.")) this.screen.say(`Dit is nu ${cardName(view.spot)}.`);
  }

  /** @param {Value[]} values @param {string} failure */
  async #save(values, failure) {
    const why = values.length ? await this.screen.engine.together(values) : "";
    setText(this.#problem, why && `${failure} ${why}`);
    setHidden(this.#problem, !why);
    this.show();
    return !why;
  }

  /** @param {CardView} view @param {string} mark */
  #setRemoved(view, mark) {
    this.screen.engine.choose(view.subject, REMOVED, mark);
    this.show();
    if (mark) lead(this.#lineOf(view)?.querySelector("button"));
    else view.lead();
  }
}

/** @param {CardView} view */
const isIn = (view) => valueOf(view.spot, REMOVED) !== YES;

/** @param {CardView} view */
const positionOf = (view) => Number(valueOf(view.spot, POSITION)) || 0;

/**
 * Name the buttons by the number of the card. At an end of the row the focus goes to the button that still works.
 * @param {CardView} view
 * @param {number} index
 * @param {number} number
 */
function showTools(view, index, number) {
  const [up, down, remove] = /** @type {HTMLButtonElement[]} */ ([...view.tools.querySelectorAll("button")]);
  if (!up || !down || !remove) return;
  setText(up, `Processtap ${index + 1} omhoog`);
  setText(down, `Processtap ${index + 1} omlaag`);
  setText(remove, `Verwijder processtap ${index + 1}`);
  const [isFirst, isLast] = [index === 0, index === number - 1];
  const focused = document.activeElement;
  [up.disabled, down.disabled] = [isFirst, isLast];
  if (focused === up && isFirst) lead(isLast ? remove : down);
  if (focused === down && isLast) lead(isFirst ? remove : up);
}
