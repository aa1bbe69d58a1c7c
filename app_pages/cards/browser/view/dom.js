// @ts-check
// Making and changing elements; a change that changes nothing touches nothing, so that no screen reader speaks twice.

/**
 * An element with attributes and children. `text` is its text; an attribute that is false or null is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "text") element.textContent = String(value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * A button. `label` is what a screen reader says where the words alone would stand on the page twice.
 * @param {string} text
 * @param {() => void} act
 * @param {{ label?: string, class?: string }} [more]
 */
export function makeButton(text, act, more = {}) {
  const attributes = { type: "button", class: `ww-button ${more.class ?? ""}`.trim(), "aria-label": more.label, text };
  const button = make("button", attributes);
  button.addEventListener("click", act);
  return button;
}

/**
 * HTML that the server made and vouches for.
 * @param {HTMLElement} element
 * @param {string} html
 */
export function setHtml(element, html) {
  if (made.get(element) === html) return;
  made.set(element, html);
  element.innerHTML = html;
}
/** @type {WeakMap<HTMLElement, string>} */
const made = new WeakMap();

/**
 * A text node that stays is changed, not replaced: a browser that sees a node go undoes typing letter by letter.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent === text) return;
  const [only] = element.childNodes;
  if (text && only instanceof Text && element.childNodes.length === 1) only.data = text;
  else element.textContent = text;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value null: without it
 */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * @param {HTMLElement} element
 * @param {boolean} isHidden
 */
export function setHidden(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/**
 * Let a container hold these elements in this order. The one with the focus is not moved, the others around it: moving
 * an element takes the focus out of it.
 * @param {HTMLElement} container
 * @param {readonly HTMLElement[]} elements
 */
export function place(container, elements) {
  const wanted = new Set(elements);
  for (const child of [...container.children]) if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
  const focused = elements.findIndex((each) => each.parentNode === container && each.contains(document.activeElement));
  for (let index = focused - 1; index >= 0; index--) {
    const next = elements[index + 1] ?? null;
    if (elements[index]?.nextElementSibling !== next)
      container.insertBefore(/** @type {Node} */ (elements[index]), next);
  }
  for (let index = focused + 1; index < elements.length; index++) {
    const here = index === 0 ? container.firstElementChild : elements[index - 1]?.nextElementSibling;
    if (here !== elements[index]) container.insertBefore(/** @type {Node} */ (elements[index]), here ?? null);
  }
}

/**
 * Put the focus somewhere and make sure it can be seen.
 * @param {HTMLElement | null | undefined} element
 */
export function lead(element) {
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView?.({ block: "center" });
}
