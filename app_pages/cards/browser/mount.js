// What Streamlit loads for the component: fetches the cards from our own address and hands them the data. Streamlit
// calls it again with newer data for the same element, and its answer when the element goes.

const NOT_THERE =
  "De kaarten om in te vullen zijn niet geladen. Start de app met ‘make run’ of ‘streamlit run asgi.py’ en vernieuw de pagina.";
const entries = new WeakMap(); // root -> { data, view, isGone }

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".ww-cards");
  const known = entries.get(root);
  if (known) {
    known.data = data;
    known.view?.update(JSON.parse(data.page));
    return known.leave;
  }
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

function leave(root, entry) {
  entry.isGone = true;
  entry.view?.unmount();
  entries.delete(root);
}
