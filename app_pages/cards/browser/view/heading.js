// @ts-check
// The top of a card: code and title, what is asked, and of an action its headline.

import { make, setHidden, setHtml, setText } from "./dom.js";
import { codeOf } from "./several.js";
import { actionText, fieldOf, inOrder, optionText, REMOVED, valueOf, valueText, YES } from "./values.js";
import { dateText, dayOf, withCapital } from "./words.js";

/** @import { Part, Spot } from "./types.d.ts" */

const MOST_CODES = 5;
const DONE = new Set(["klaar", "vervallen"]);

/**
 * @param {Spot} spot
 * @returns {Part & { heading: HTMLElement }}
 */
export function makeHeading(spot) {
  const { kind } = spot.card;
  const isNorm = kind === "norm" || kind === "particulars";
  const heading = make(isNorm ? "h2" : "h3", {
    class: isNorm ? "ww-norm" : "ww-action",
    id: `titel-${spot.subject}`,
    tabindex: "-1",
  });
  const intro = make("div", { class: "ww-intro" });
  const details = make("div", { class: "ww-explained" });
  const line = make("ul", { class: "ww-line" });
  const element = make("header", {}, heading, ...(kind === "action" ? [line] : []), intro, details);
  return {
    element,
    heading,
    show() {
      const { introHtml, detailsHtml } = spot.card;
      drawTitle(heading, spot);
      setHtml(intro, introHtml);
      setHtml(details, detailsHtml);
      setHidden(intro, !introHtml);
      setHidden(details, !detailsHtml);
      if (kind === "action") drawLine(line, spot);
    },
  };
}

/** @param {HTMLElement} heading @param {Spot} spot */
function drawTitle(heading, spot) {
  const { kind, code, title } = spot.card;
  if (kind === "process")
    return setText(heading, title.replaceAll("{n}", String(spot.number)) || `Processtap ${spot.number}`);
  if (kind === "action")
    return setText(heading, `${valueOf(spot, REMOVED) === YES ? "Verwijderd: " : ""}${actionText(spot)}`);
  setHidden(heading, !code && !title);
  if (heading.textContent === (code ? `${code} ${title}` : title)) return;
  heading.replaceChildren(...(code ? [make("span", { class: "ww-code", text: code }), " "] : []), title);
}

/** @param {HTMLElement} line @param {Spot} spot */
function drawLine(line, spot) {
  const isLate = lateness(spot);
  const entries = [ownerText(spot), dueText(spot), statusText(spot), codesText(spot)].filter(Boolean);
  const wanted = JSON.stringify([entries, isLate]);
  if (line.dataset.drawn === wanted) return;
  line.dataset.drawn = wanted;
  line.replaceChildren(...entries.map((text) => make("li", { text })));
  if (isLate) line.children[1]?.append(" ", make("strong", { class: "ww-late", text: "te laat" }));
}

/** @param {Spot} spot */
function ownerText(spot) {
  const [role, name] = [valueText(spot, "eigenaar_rol", valueOf(spot, "eigenaar_rol")), valueOf(spot, "eigenaar_naam")];
  return withCapital(role && name ? `${role} (${name})` : role || name) || "Geen eigenaar";
}

/** @param {Spot} spot */
function dueText(spot) {
  const due = valueOf(spot, "datum");
  return due ? dateText(due) : "Geen datum";
}

/**
 * Whether the day by which it should have been done has passed.
 * @param {Spot} spot
 */
function lateness(spot) {
  const due = valueOf(spot, "datum");
  return Boolean(due) && due < dayOf(spot.screen.parts.now()) && !DONE.has(valueOf(spot, "status"));
}

/** @param {Spot} spot */
function statusText(spot) {
  const field = fieldOf(spot, "status");
  const status = valueOf(spot, "status");
  return status ? optionText(field, status) : (field?.empty ?? "");
}

/**
 * The codes of its norms; of many the first few and how many more.
 * @param {Spot} spot
 */
function codesText(spot) {
  const field = fieldOf(spot, "normen");
  const codes = inOrder(field, valueOf(spot, "normen")).map((id) => codeOf(optionText(field, id)));
  const rest = codes.length - MOST_CODES;
  const shown = rest > 1 ? [...codes.slice(0, MOST_CODES), `en nog ${rest}`] : codes;
  return codes.length ? `${codes.length === 1 ? "norm" : "normen"} ${shown.join(", ")}` : "";
}
