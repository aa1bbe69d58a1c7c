// @ts-check
// Progress in the sidebar, which Streamlit drew: the bar, the lines below it and the counts beside the links.

import { make, setAttribute } from "./dom.js";

/** @import { Progress } from "../contract.d.ts" */

/** @param {Progress | null} progress */
export function showProgress(progress) {
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".ww-progress"));
  if (!progress || !box) return;
  const bar = box.querySelector("progress");
  if (bar) [bar.max, bar.value] = [Math.max(progress.max, 1), progress.value];
  showLines(box, progress.lines);
  box.dataset.counts = Object.entries(progress.counts).map(([page, count]) => `${page}=${count}`).join(" ");
  for (const [page, count] of Object.entries(progress.counts)) showCount(page, count);
}

/** @param {HTMLElement} box @param {string[]} lines */
function showLines(box, lines) {
  const text = box.querySelector("p");
  const shown = lines.flatMap((line, index) => (index ? [make("br"), line] : [line]));
  if (text && text.textContent !== lines.join("")) text.replaceChildren(...shown);
}

/** @param {string} page @param {string} count */
function showCount(page, count) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('[data-testid="stSidebar"] a[href]'));
  const link = [...links].find((each) => each.pathname.split("/").pop() === page);
  if (link) setAttribute(link, "data-count", count);
}
