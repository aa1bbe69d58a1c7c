// @ts-check
// One norm at a time, or all of them in a list. The other cards are only hidden: nothing in them is lost.

import { lead, make, makeButton, place, setAttribute, setHidden, setText } from "./dom.js";
import { chooseByKey, helpText, isFree, makeHotkeySwitch, NEXT, PREVIOUS } from "./hotkeys.js";
import { worst } from "./status.js";
import { isOpen } from "./values.js";

/** @import { CardView, Screen } from "./types.d.ts" */

const KEPT_AS = "was-wordt-weergave";
const LIST = "lijst";
const ONE = "een";
const NARROW = 640; // CSS pixels; below this one at a time is how it begins
const UNSAVED = new Set(["conflict", "refused", "offline"]);

/** Which of the cards is shown, and the way to the others. */
export class OneByOne {
  /** @type {CardView[]} */
  #cards = [];
  /** @type {CardView | null} */
  #current = null;
  /** @type {Set<string>} */
  #skipped = new Set();
  #help = make("p", { class: "ww-note ww-help" });
  #position = make("p", { class: "ww-position", role: "status" });
  #rows = make("ol", { class: "ww-jump-list" });
  #jump = make("details", { class: "ww-jump" }, make("summary", { text: "Kies een norm" }), this.#rows);
  #here = make("div", { class: "ww-here" }, this.#position, this.#jump);
  #previous = makeButton("← Vorige", () => this.#go(-1));
  #skip = makeButton("Sla over", () => this.#skipThis());
  #next = makeButton("Volgende →", () => this.#go(1), { class: "ww-primary" });
  #done = make("div", { class: "ww-done", hidden: true, tabindex: "-1" });
  below = make("div", {}, make("div", { class: "ww-steps" }, this.#previous, this.#skip, this.#next), this.#done);

  /** @param {Screen} screen */
  constructor(screen) {
    this.screen = screen;
    this.mode = screen.parts.storage?.getItem(KEPT_AS) ?? (window.innerWidth < NARROW ? ONE : LIST);
    this.hotkeys = makeHotkeySwitch(screen);
    this.hotkeys.element.addEventListener("change", () => this.show());
    const choice = makeModeChoice(this.mode, (mode) => this.#choose(mode));
    this.toolbar = make("div", { class: "ww-toolbar" }, choice, this.hotkeys.element, this.#help, this.#here);
  }

  /** @param {CardView[]} cards */
  update(cards) {
    this.#cards = cards;
  }

  /** Show this card, whatever the mode. @param {CardView} card */
  turnTo(card) {
    if (this.#cards.includes(card)) this.#current = card;
    this.show();
  }

  show() {
    const isOn = this.#isOn;
    if (!this.#current || !this.#cards.includes(this.#current)) this.#current = this.#first;
    for (const each of this.#cards) setHidden(each.element, isOn && each !== this.#current);
    setHidden(this.toolbar, !this.#isOffered);
    for (const each of [this.#here, this.below]) setHidden(each, !isOn);
    const { readOnly, levels } = this.screen.data;
    const hasKeys = isOn || !readOnly;
    setHidden(this.hotkeys.element, !hasKeys);
    setHidden(this.#help, !hasKeys || !this.hotkeys.isOn());
    setHidden(this.#skip, readOnly);
    setText(this.#help, helpText(readOnly ? [] : levels, isOn));
    if (isOn) this.#showPosition();
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (!this.hotkeys.isOn() || !isFree(event) || !(event.target instanceof Element)) return;
    const { target, key } = event;
    const card = this.#cards.find((each) => each.element.contains(target));
    if (!this.#isOffered || !card || (!this.#isOn && !target.closest("fieldset"))) return;
    if (!(!this.screen.data.readOnly && chooseByKey(card, key)) && !(this.#isOn && this.#goByKey(key))) return;
    event.preventDefault();
    event.stopPropagation(); // the page has keys of its own
  }

  get #isOffered() {
    return this.screen.data.oneAtATime && this.#cards.length > 1;
  }

  get #isOn() {
    return this.#isOffered && this.mode === ONE;
  }

  get #open() {
    return this.#cards.filter((each) => isOpen(each.spot));
  }

  /** Where to begin: the first that is open. */
  get #first() {
    return this.#open[0] ?? this.#cards[0] ?? null;
  }

  get #index() {
    return this.#current ? this.#cards.indexOf(this.#current) : -1;
  }

  /** @param {string} mode */
  #choose(mode) {
    this.mode = mode;
    this.screen.parts.storage?.setItem(KEPT_AS, mode);
    this.#current = this.#first;
    this.show();
  }

  /** @param {CardView} card */
  #goTo(card) {
    this.#current = card;
    this.#jump.open = false;
    this.show();
    card.focus();
    card.element.scrollIntoView?.({ block: "start" });
  }

  /** @param {number} by */
  #go(by) {
    const target = this.#cards[this.#index + by];
    if (target) this.#goTo(target);
    else if (by > 0 && !this.#done.hidden) lead(this.#done);
  }

  /** @param {string} key */
  #goByKey(key) {
    const by = { [NEXT]: 1, [PREVIOUS]: -1 }[key.toLowerCase()];
    if (by) this.#go(by);
    return Boolean(by);
  }

  #skipThis() {
    if (!this.#current) return;
    this.#skipped.add(this.#current.subject);
    const others = [...this.#cards.slice(this.#index + 1), ...this.#cards.slice(0, this.#index)];
    const target = others.find((each) => isOpen(each.spot) && !this.#skipped.has(each.subject));
    if (target) return this.#goTo(target);
    this.show();
    lead(this.#done);
  }

  #showPosition() {
    const waiting = this.#open;
    const left = waiting.length ? `nog ${waiting.length} te gaan` : "alles ingevuld";
    setText(this.#position, `Norm ${this.#index + 1} van ${this.#cards.length} · ${left}`);
    this.#previous.disabled = this.#index <= 0;
    this.#next.disabled = this.#index >= this.#cards.length - 1;
    setHidden(this.#skip, !this.#current || !isOpen(this.#current.spot));
    drawJumps(this.#rows, this.#cards, this.#current, (card) => this.#goTo(card));
    this.#showDone(waiting);
  }

  /** @param {CardView[]} waiting */
  #showDone(waiting) {
    const isDone = waiting.every((each) => this.#skipped.has(each.subject));
    const wanted = isDone ? waiting.map((each) => each.subject).join(" ") || "-" : "";
    setHidden(this.#done, !isDone);
    if (this.#done.dataset.drawn === wanted) return;
    this.#done.dataset.drawn = wanted;
    this.#done.replaceChildren(...(isDone ? doneParts(waiting, (card) => this.#goTo(card)) : []));
    if (isDone) this.screen.say(this.#done.firstChild?.textContent ?? "");
  }
}

/** @param {string} mode @param {(mode: string) => void} act */
function makeModeChoice(mode, act) {
  const radio = (/** @type {string} */ value, /** @type {string} */ text) => {
    const input = make("input", { type: "radio", name: "ww-weergave", value });
    input.checked = value === mode;
    return make("label", { class: "ww-mark" }, input, make("span", { text }));
  };
  const element = make(
    "fieldset",
    { class: "ww-mode" },
    make("legend", { text: "Weergave" }),
    radio(LIST, "Lijst"),
    radio(ONE, "Eén voor één"),
  );
  element.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && act(target.value));
  return element;
}

/** @param {HTMLElement} rows @param {CardView[]} cards @param {CardView | null} current @param {(card: CardView) => void} goTo */
function drawJumps(rows, cards, current, goTo) {
  const known = new Map([...rows.children].map((each) => [/** @type {HTMLElement} */ (each).dataset.jump, each]));
  const wanted = cards.map((card) => /** @type {HTMLElement} */ (known.get(card.subject)) ?? makeJump(card, goTo));
  place(rows, wanted);
  cards.forEach((card, index) => {
    const { code, title } = card.spot.card;
    const button = wanted[index]?.querySelector("button");
    if (!button) return;
    setText(button, `${code} ${title}: ${stateText(card)}`);
    setAttribute(button, "aria-current", card === current ? "step" : null);
  });
}

/** @param {CardView} card @param {(card: CardView) => void} goTo */
const makeJump = (card, goTo) =>
  make(
    "li",
    { "data-jump": card.subject },
    makeButton("", () => goTo(card), { class: "ww-quiet" }),
  );

/** @param {CardView} card */
function stateText({ spot }) {
  if (UNSAVED.has(worst(spot.screen.engine.fields(spot.subject)))) return "niet opgeslagen";
  return isOpen(spot) ? "nog open" : "✓ ingevuld";
}

/** @param {CardView[]} waiting what was skipped @param {(card: CardView) => void} goTo */
function doneParts(waiting, goTo) {
  if (!waiting.length) return [make("p", { text: "✓ Alles op deze pagina is ingevuld." })];
  const name = (/** @type {CardView} */ { spot }) => `${spot.card.code} ${spot.card.title}`;
  return [
    make("p", { text: `U hebt alles gezien. Overgeslagen: ${waiting.length}.` }),
    make(
      "ul",
      { class: "ww-jump-list" },
      ...waiting.map((each) =>
        make(
          "li",
          {},
          makeButton(name(each), () => goTo(each), { class: "ww-quiet" }),
        ),
      ),
    ),
  ];
}
