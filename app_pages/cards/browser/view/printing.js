// @ts-check
// On paper nothing is folded: before printing everything is built and unfolded, and afterwards folded again.

/** @import { CardView } from "./types.d.ts" */

const STAYS_FOLDED = ".ww-several, .ww-jump";

/**
 * @param {HTMLElement} root
 * @param {() => CardView[]} cards
 * @returns {() => void} stops it
 */
export function watchPrinting(root, cards) {
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  const unfold = () => {
    for (const each of cards()) each.complete();
    const folded = [...root.querySelectorAll("details")].filter((each) => !each.open && !each.matches(STAYS_FOLDED));
    for (const each of folded) each.open = true;
    unfolded.push(...folded);
  };
  const fold = () => {
    for (const each of unfolded) each.open = false;
    unfolded = [];
  };
  const paper = window.matchMedia?.("print");
  const onChange = () => (paper?.matches ? unfold() : fold());
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", fold);
  paper?.addEventListener("change", onChange);
  return () => {
    window.removeEventListener("beforeprint", unfold);
    window.removeEventListener("afterprint", fold);
    paper?.removeEventListener("change", onChange);
  };
}
