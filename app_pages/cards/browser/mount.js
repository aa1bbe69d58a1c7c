// @ts-check
// What Streamlit loads for the component: fetches the cards from our own address and hands them the data. Streamlit
// calls it again with newer data for the same element, and calls its answer when the element goes.

/** @import { PageData } from "./contract" */
/** @typedef {{ version: string, page: string }} Given */
/** @typedef {{ update(data: PageData): void, unmount(): void }} View */
/** @typedef {{ data: Given, view: View | null, isGone: boolean, leave: () => void }} Entry */

const NOT_THERE =
  "De kaarten om in te vullen zijn niet geladen. Start de app met ‘make run’ of ‘streamlit run asgi.py’ en vernieuw de pagina.";
/** @type {WeakMap<Element, Entry>} */
const entries = new WeakMap();

/** @param {{ data: Given, parentElement: Element, setTriggerValue: (name: string, value: unknown) => void }} given */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".ww-cards"));
  const known = entries.get(root);
  if (known) {
    known.data = data;
    known.view?.update(JSON.parse(data.page));
    return known.leave;
  }
  /** @type {Entry} */
  const entry = { data, view: null, isGone: false, leave: () => leave(root, entry) };
  entries.set(root, entry);
  import(new URL(`/kaarten/${data.version}/cards.js`, location.origin).href).then(
    ({ mount }) => {
      if (entry.isGone) return;
      entry.view = mount(root, JSON.parse(entry.data.page), setTriggerValue);
      root.dataset.ready = ""; // a browser test waits for it
    },
    () => {
      root.textContent = NOT_THERE;
    },
  );
  return entry.leave;
}

/** @param {Element} root @param {Entry} entry */
function leave(root, entry) {
  entry.isGone = true;
  entry.view?.unmount();
  entries.delete(root);
}
