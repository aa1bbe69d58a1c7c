// @ts-check
// Which of the norms are shown. A norm that is being answered does not vanish because it no longer fits: what fits is
// looked up when somebody chooses or types, and for cards that come later.

import { make, setHidden, setText } from "./dom.js";
import { isOpen, LEVEL, RECONFIRM, valueOf, YES } from "./values.js";

/** @import { CardView, Screen, Spot } from "./types.d.ts" */

const ALL = "Alle normen";
const COPIED = "Te herbevestigen";
/** @type {Record<string, (spot: Spot) => boolean>} */
const CHOICES = {
  [ALL]: () => true,
  "Nog open": isOpen,
  "Weet ik niet": (spot) => valueOf(spot, LEVEL) === "weet-ik-niet",
  "Zonder ‘was’": (spot) => !valueOf(spot, "was").trim(),
  [COPIED]: (spot) => valueOf(spot, RECONFIRM) === YES,
};

/** A choice and a search box over the norms of a page. */
export class Filter {
  #choice = ALL;
  #words = "";
  /** @type {CardView[]} */
  #cards = [];
  /** @type {Map<CardView, boolean>} what was looked up */
  #fits = new Map();
  #count = make("p", { class: "ww-note", role: "status" });
  #box = make("fieldset", { class: "ww-choices" }, make("legend", { text: "Toon" }));
  element = make(
    "details",
    { class: "ww-filter" },
    make("summary", { text: "Zoek of kies welke normen u ziet" }),
    this.#box,
    this.#makeSearch(),
  );

  /** @param {Screen} screen @param {() => void} onChange */
  constructor(screen, onChange) {
    this.screen = screen;
    this.onChange = onChange;
    for (const name of Object.keys(CHOICES)) this.#box.append(this.#makeChoice(name));
    this.place = make("div", { class: "ww-filtering" }, this.element, this.#count);
  }

  /** @param {CardView[]} cards the norms of the page */
  update(cards) {
    this.#cards = cards;
    for (const each of this.#fits.keys()) if (!cards.includes(each)) this.#fits.delete(each);
    setHidden(this.place, !this.screen.data.oneAtATime || cards.length < 2);
    const copied = this.#box.querySelector(`label:has([value="${COPIED}"])`);
    if (copied instanceof HTMLElement) setHidden(copied, !this.screen.data.copiedBar);
    this.#tell();
  }

  /** Those that are shown, in order. */
  get shown() {
    return this.#cards.filter((each) => this.#fits.get(each) ?? this.#look(each));
  }

  /** @param {CardView} card */
  #look(card) {
    const choice = CHOICES[this.#choice] ?? (() => true);
    const fits =
      choice(card.spot) &&
      this.#words
        .toLowerCase()
        .split(/\s+/)
        .every((word) => textOf(card).includes(word));
    this.#fits.set(card, fits);
    return fits;
  }

  #lookAgain() {
    this.#fits.clear();
    this.#tell();
    this.onChange();
  }

  #tell() {
    const { length } = this.shown;
    const isWhole = this.#choice === ALL && !this.#words.trim();
    const found = length
      ? `${length} ${length === 1 ? "norm" : "normen"} van ${this.#cards.length} getoond.`
      : "Geen norm past bij dit filter of deze zoekwoorden.";
    setText(this.#count, isWhole ? "" : found);
  }

  /** @param {string} name */
  #makeChoice(name) {
    const radio = make("input", { type: "radio", name: "ww-filter", value: name, checked: name === ALL });
    radio.addEventListener("change", () => {
      this.#choice = name;
      this.#lookAgain();
    });
    return make("label", { class: "ww-choice" }, radio, make("span", { text: name }));
  }

  #makeSearch() {
    const input = make("input", { type: "search", autocomplete: "off" });
    input.addEventListener("input", () => {
      this.#words = input.value;
      this.#lookAgain();
    });
    return make("label", { class: "ww-search" }, make("span", { text: "Zoek op deze pagina" }), input);
  }
}

/** All that stands in a norm, in small letters. @param {CardView} card */
function textOf({ spot: { card } }) {
  const known = texts.get(card);
  if (known !== undefined) return known;
  const body = make("div");
  body.innerHTML = `${card.introHtml} ${card.detailsHtml}`;
  const text = `${card.code} ${card.title} ${body.textContent}`.toLowerCase();
  texts.set(card, text);
  return text;
}
/** @type {WeakMap<object, string>} */
const texts = new WeakMap();
