// @ts-check
// Progress in the sidebar, which Streamlit drew: the bar and the lines below it. The part of every page
// puts the counts beside the links (frame/browser/shell.js).

import { make } from "./dom.js";

/** @import { Progress } from "../contract.d.ts" */

/** @param {Progress | null} progress */
export function showProgress(progress) {
  const box = /** @type {HTMLElement | null} */ (document.querySelector(".ww-progress"));
  if (!progress || !box) return;
  const bar = box.querySelector("progress");
  if (bar) [bar.max, bar.value] = [Math.max(progress.max, 1), progress.value];
  showLines(box, progress.lines);
  box.dataset.counts = Object.entries(progress.counts)
    .map(([page, count]) => `${page}=${count}`)
    .join(" ");
}

/** @param {HTMLElement} box @param {string[]} lines */
function showLines(box, lines) {
  const text = box.querySelector("p");
  const shown = lines.flatMap((line, index) => (index ? [make("br"), line] : [line]));
  if (text && text.textContent !== lines.join("")) text.replaceChildren(...shown);
}
