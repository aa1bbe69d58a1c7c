// @ts-check
// What Streamlit loads for the component: fetches the cards from our own address and hands them the data. Streamlit
// calls it again with newer data for the same element, and calls its answer when the element goes.

/** @import { PageData } from "./contract" */
/** @typedef {{ summary: string, asideHtml: string, page: PageData }} Extra what is folded below the cards */
/** @typedef {PageData & { headHtml: string, extra: Extra | null, footHtml: string }} WholePage */
/** @typedef {{ version: string, page: string, cardsFrom: string, subjects: string }} Given */
/** @typedef {{ update(data: PageData): void, unmount(): void }} View */
/** @typedef {(root: HTMLElement, data: PageData, tell: Tell) => View} Mount */
/** @typedef {(name: string, value: unknown) => void} Tell */
/** @typedef {{ data: Given, whole: Whole | null, isGone: boolean, leave: () => void }} Entry */

const NOT_THERE =
  "De kaarten om in te vullen zijn niet geladen. Vernieuw de pagina. Helpt dat niet, start de app dan opnieuw met ‘make run’ of ‘streamlit run asgi.py’.";
const ASSESSMENT_PLACE = /__ZELFBEOORDELING__/g; // as cards/norms.py writes it
/** @type {WeakMap<Element, Entry>} */
const entries = new WeakMap();
/** @type {Map<string, Promise<string>>} what was fetched, by its address */
const fetched = new Map();

/** The cards of a page, what is folded below them, and what closes the page. */
class Whole {
  /** @type {View | null} */
  #extra = null;
  #head = document.createElement("div");
  #cards = document.createElement("div");
  #fold = document.createElement("details");
  #summary = document.createElement("summary");
  #own = document.createElement("div");
  #aside = document.createElement("div");
  #foot = document.createElement("div");

  /** @param {HTMLElement} root @param {WholePage} page @param {Mount} mount @param {Tell} tell */
  constructor(root, page, mount, tell) {
    const beside = document.createElement("div");
    this.#fold.className = "ww-extra";
    beside.className = "ww-beside";
    beside.append(this.#own, this.#aside);
    this.#fold.append(this.#summary, beside);
    root.replaceChildren(this.#head, this.#cards, this.#fold, this.#foot);
    this.page = page;
    this.cards = mount(this.#cards, page, tell);
    this.#fold.addEventListener("toggle", () => this.#open(mount, tell));
    this.#show();
  }

  /** @param {WholePage} page */
  update(page) {
    this.page = page;
    this.cards.update(page);
    if (page.extra) this.#extra?.update(page.extra.page);
    this.#show();
  }

  unmount() {
    this.#extra?.unmount();
    this.cards.unmount();
  }

  #show() {
    const { headHtml, extra, footHtml } = this.page;
    this.#fold.hidden = !extra;
    this.#summary.textContent = extra?.summary ?? "";
    setHtml(this.#head, headHtml);
    setHtml(this.#aside, extra?.asideHtml ?? "");
    setHtml(this.#foot, footHtml);
  }

  /** @param {Mount} mount @param {Tell} tell */
  #open(mount, tell) {
    if (this.#fold.open && this.page.extra) this.#extra ??= mount(this.#own, this.page.extra.page, tell);
  }
}

/** @param {{ data: Given, parentElement: Element, setTriggerValue: Tell }} given */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".ww-cards"));
  const known = entries.get(root);
  if (known) {
    known.data = data;
    void show(known);
    return known.leave;
  }
  /** @type {Entry} */
  const entry = { data, whole: null, isGone: false, leave: () => leave(root, entry) };
  entries.set(root, entry);
  begin(root, entry, setTriggerValue).catch(() => {
    root.textContent = NOT_THERE;
  });
  return entry.leave;
}

/** @param {HTMLElement} root @param {Entry} entry @param {Tell} tell */
async function begin(root, entry, tell) {
  const { data } = entry;
  const first = pageOf(data);
  const { mount } = await import(new URL(`/kaarten/${data.version}/cards.js`, location.origin).href);
  const page = await first;
  if (entry.isGone) return;
  entry.whole = new Whole(root, page, mount, tell);
  root.dataset.ready = ""; // a browser test waits for it
  if (entry.data !== data) await show(entry);
}

/** @param {Entry} entry */
async function show(entry) {
  const { data } = entry;
  const page = await pageOf(data);
  if (!entry.isGone && entry.data === data) entry.whole?.update(page);
}

/** @param {Given} data @returns {Promise<WholePage>} */
async function pageOf(data) {
  const page = JSON.parse(data.page);
  if (data.cardsFrom) page.cards = await cardsFrom(data.cardsFrom, page.assessment, data.subjects.split(" "));
  return page;
}

/** @param {string} address @param {string} assessment @param {string[]} subjects */
async function cardsFrom(address, assessment, subjects) {
  if (!fetched.has(address)) fetched.set(address, fetchText(address));
  const text = await fetched.get(address);
  /** @type {PageData["cards"]} */
  const cards = JSON.parse((text ?? "[]").replace(ASSESSMENT_PLACE, assessment));
  return cards.filter((card) => subjects.includes(card.subject));
}

/** @param {string} address */
async function fetchText(address) {
  const answer = await fetch(address);
  if (answer.ok) return answer.text();
  fetched.delete(address);
  throw new Error(`${answer.status}`);
}

/** @param {Element} root @param {Entry} entry */
function leave(root, entry) {
  entry.isGone = true;
  entry.whole?.unmount();
  entries.delete(root);
}

/** @param {HTMLElement} element @param {string} html what the server vouches for; what was unfolded in it stays so */
function setHtml(element, html) {
  if (shown.get(element) === html) return;
  shown.set(element, html);
  element.innerHTML = html;
}
/** @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap();
