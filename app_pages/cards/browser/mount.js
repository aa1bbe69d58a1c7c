// @ts-check
// What Streamlit loads for the component: fetches the cards from our own address and hands them the data. Streamlit
// calls it again with newer data for the same element, and calls its answer when the element goes.

/** @import { PageData } from "./contract" */
/** @typedef {{ version: string, page: string, cardsFrom: string, subjects: string }} Given */
/** @typedef {{ update(data: PageData): void, unmount(): void }} View */
/** @typedef {{ data: Given, view: View | null, isGone: boolean, leave: () => void }} Entry */

const NOT_THERE =
  "De kaarten om in te vullen zijn niet geladen. Vernieuw de pagina. Helpt dat niet, start de app dan opnieuw met ‘make run’ of ‘streamlit run asgi.py’.";
const ASSESSMENT_PLACE = /__ZELFBEOORDELING__/g; // as cards/norms.py writes it
/** @type {WeakMap<Element, Entry>} */
const entries = new WeakMap();
/** @type {Map<string, Promise<string>>} what was fetched, by its address */
const fetched = new Map();

/** @param {{ data: Given, parentElement: Element, setTriggerValue: (name: string, value: unknown) => void }} given */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".ww-cards"));
  const known = entries.get(root);
  if (known) {
    known.data = data;
    show(known, known.view);
    return known.leave;
  }
  /** @type {Entry} */
  const entry = { data, view: null, isGone: false, leave: () => leave(root, entry) };
  entries.set(root, entry);
  begin(root, entry, setTriggerValue).catch(() => {
    root.textContent = NOT_THERE;
  });
  return entry.leave;
}

/** @param {HTMLElement} root @param {Entry} entry @param {(name: string, value: unknown) => void} tell */
async function begin(root, entry, tell) {
  const first = pageOf(entry.data);
  const { mount } = await import(new URL(`/kaarten/${entry.data.version}/cards.js`, location.origin).href);
  const page = await first;
  if (entry.isGone) return;
  entry.view = mount(root, page, tell);
  root.dataset.ready = ""; // a browser test waits for it
  if (entry.data.page !== page.given) await show(entry, entry.view);
}

/** @param {Entry} entry @param {View | null} view */
async function show(entry, view) {
  const { data } = entry;
  const page = await pageOf(data);
  if (view && !entry.isGone && entry.data === data) view.update(page);
}

/** @param {Given} data @returns {Promise<PageData & { given: string }>} */
async function pageOf(data) {
  const page = JSON.parse(data.page);
  if (data.cardsFrom) page.cards = await cardsFrom(data.cardsFrom, page.assessment, data.subjects.split(" "));
  return { ...page, given: data.page };
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
  entry.view?.unmount();
  entries.delete(root);
}
