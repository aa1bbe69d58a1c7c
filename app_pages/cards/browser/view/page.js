// @ts-check
// All cards of one page: made once, kept while the page gives other data, shown again when the engine knows more.

import { makeCard } from "./card.js";
import { make, place, setAttribute, setHidden, setText } from "./dom.js";
import { makeLooking, makeUnsaved } from "./notices.js";
import { Filter } from "./filter.js";
import { OneByOne } from "./onebyone.js";
import { watchPrinting } from "./printing.js";
import { Row } from "./process.js";
import { makeReadCard } from "./reading.js";
import { makeReconfirmBar } from "./reconfirm.js";
import { showProgress } from "./sidebar.js";
import { watchFocus } from "./undisturbed.js";

/** @import { CardData, Engine, PageData, Progress } from "../contract.d.ts" */
/** @import { CardView, Screen, ViewParts } from "./types.d.ts" */

const TELL_AFTER_MS = 600; // a few answers in a row are told once
/** How many pages show cards of an engine: the next one may come before the last one goes. @type {WeakMap<Engine, number>} */
const shown = new WeakMap();

/** @returns {ViewParts} */
export function browserParts() {
  let storage = null;
  try {
    storage = window.localStorage;
  } catch {
    // Switched off in this browser: choices last as long as the page.
  }
  return {
    now: () => Date.now(),
    setTimeout: (act, ms) => window.setTimeout(act, ms),
    clearTimeout: (timer) => window.clearTimeout(/** @type {number} */ (timer)),
    storage,
  };
}

/** Mounted cards of one page. */
export class CardsPage {
  /** @type {Map<string, CardView>} */
  #views = new Map();
  /** @type {Row | null} */
  #row = null;
  #live = make("div", { class: "ww-live", role: "status" });
  #list = make("div", { class: "ww-list", role: "group" });
  #rowPlace = make("div");
  #isReady = false;
  #isToldOutdated = false;
  #lead = "";
  #told = 0;
  /** @type {unknown} */
  #timer = null;
  /** @type {(() => void)[]} */
  #stops = [];
  /** @type {Progress | null} */
  #progress = null;

  /**
   * @param {HTMLElement} root
   * @param {PageData} data
   * @param {(name: string, value: unknown) => void} tell
   * @param {Engine} engine
   * @param {ViewParts} parts
   */
  constructor(root, data, tell, engine, parts) {
    /** @type {Screen} */
    this.screen = { root, data, engine, parts, say: (text) => this.#say(text) };
    this.tell = tell;
    this.bars = [makeLooking(this.screen), makeUnsaved(this.screen), makeReconfirmBar(this.screen)];
    this.oneByOne = new OneByOne(this.screen);
    this.filter = new Filter(this.screen, () => this.#showFitting());
    root.classList.add("ww-cards");
    const top = make("div", { class: "ww-notices" }, ...this.bars.map((each) => each.element));
    root.replaceChildren(
      top,
      this.filter.place,
      this.oneByOne.toolbar,
      this.#list,
      this.oneByOne.below,
      this.#rowPlace,
      this.#live,
    );
    this.#listen();
    this.#take(data);
    this.#isReady = true;
  }

  /** @param {PageData} data */
  update(data) {
    const before = this.screen.data;
    const isOther = ["assessment", "page", "readOnly"].some(
      (name) => before[/** @type {"page"} */ (name)] !== data[/** @type {"page"} */ (name)],
    );
    if (isOther) this.#forget();
    this.#take(data);
  }

  unmount() {
    const { engine, parts, root } = this.screen;
    for (const stop of this.#stops) stop();
    parts.clearTimeout(this.#timer);
    engine.focus(null);
    engine.flush();
    const left = (shown.get(engine) ?? 1) - 1;
    shown.set(engine, left);
    if (left === 0) engine.close();
    root.replaceChildren();
  }

  #listen() {
    const { engine, root } = this.screen;
    shown.set(engine, (shown.get(engine) ?? 0) + 1);
    const onKey = (/** @type {KeyboardEvent} */ event) => this.oneByOne.onKey(event);
    root.addEventListener("keydown", onKey);
    this.#stops = [
      engine.subscribe((subjects) => this.#hear(subjects)),
      watchPrinting(root, () => this.#all()),
      watchFocus(root, this.screen.parts),
      () => root.removeEventListener("keydown", onKey),
    ];
  }

  #forget() {
    this.screen.engine.focus(null);
    this.#views.clear();
    this.#list.replaceChildren();
    this.#rowPlace.replaceChildren();
    this.#row = null;
    this.#lead = "";
  }

  /** @param {PageData} data */
  #take(data) {
    const { engine } = this.screen;
    this.screen.data = data;
    this.#isToldOutdated = false;
    this.#told = Math.max(this.#told, data.state.latest);
    void engine.open(data.assessment, data.page, data.state);
    this.#takeCards(data);
    this.#takeRow(data);
    this.#show(null);
    this.#followLead(data.lead);
  }

  /** @param {PageData} data */
  #takeCards(data) {
    const own = data.cards.filter((each) => !isOfRow(data, each));
    this.#views = new Map(own.map((card, index) => [card.subject, this.#viewOf(card, index + 1)]));
    setAttribute(this.#list, "aria-label", data.title);
    setHidden(this.#list, !own.length);
    const hadFocus = this.#list.contains(document.activeElement);
    place(
      this.#list,
      [...this.#views.values()].map((each) => each.element),
    );
    if (hadFocus && !this.#list.contains(document.activeElement)) this.screen.engine.focus(null); // gone without a blur
    this.filter.update([...this.#views.values()].filter((each) => each.spot.card.kind === "norm"));
    this.#showFitting();
  }

  #showFitting() {
    const { shown } = this.filter;
    for (const each of this.#views.values())
      setHidden(each.element, each.spot.card.kind === "norm" && !shown.includes(each));
    this.oneByOne.update(shown);
    this.oneByOne.show();
  }

  /** @param {CardData} card @param {number} number */
  #viewOf(card, number) {
    const known = this.#views.get(card.subject);
    if (!known) return (this.screen.data.readOnly ? makeReadCard : makeCard)(this.screen, card, number);
    known.update(card, number);
    return known;
  }

  /** @param {PageData} data */
  #takeRow(data) {
    if (!data.row) return this.#rowPlace.replaceChildren();
    this.#row ??= new Row(this.screen, data.row);
    this.#row.update(
      data.row,
      data.cards.filter((each) => isOfRow(data, each)),
    );
    place(this.#rowPlace, [this.#row.element]);
  }

  /** @param {string} lead */
  #followLead(lead) {
    if (lead === this.#lead) return;
    this.#lead = lead;
    const view = this.#all().find((each) => each.subject === lead);
    if (!view) return;
    this.oneByOne.turnTo(view);
    view.lead();
  }

  #all() {
    return [...this.#views.values(), ...(this.#row?.views() ?? [])];
  }

  /** @param {Set<string> | null} subjects */
  #hear(subjects) {
    this.#row?.notice(subjects);
    this.#show(subjects);
    this.#tellSaves(subjects);
    if (!this.screen.engine.isOutdated || this.#isToldOutdated) return;
    this.#isToldOutdated = true;
    this.tell("reload", this.screen.parts.now());
  }

  /** @param {Set<string> | null} subjects */
  #show(subjects) {
    const { engine } = this.screen;
    for (const view of this.#views.values()) if (!subjects || subjects.has(view.subject)) view.show();
    this.#row?.show();
    for (const each of [...this.bars, this.oneByOne]) each.show();
    if (engine.progress !== this.#progress) showProgress(engine.progress);
    this.#progress = engine.progress;
  }

  /** @param {Set<string> | null} subjects */
  #tellSaves(subjects) {
    const { data, engine, parts } = this.screen;
    if (!data.tellsSaves) return;
    const states = [...(subjects ?? this.#all().map((each) => each.subject))].flatMap((each) =>
      Object.values(engine.fields(each)),
    );
    const latest = Math.max(0, ...states.map((each) => each.event));
    if (latest <= this.#told) return;
    this.#told = latest;
    parts.clearTimeout(this.#timer);
    this.#timer = parts.setTimeout(() => this.tell("saved", this.#told), TELL_AFTER_MS);
  }

  /** @param {string} text */
  #say(text) {
    if (this.#isReady) setText(this.#live, text);
  }
}

/** @param {PageData} data @param {CardData} card */
const isOfRow = (data, card) => data.row !== null && card.subject.startsWith(data.row.prefix);
