// @ts-check
// Everything that was saved in a card, newest first, by moment of writing; an earlier value can be put back.

import { make, makeButton } from "./dom.js";
import { openDialog } from "./dialog.js";
import { makeQuote } from "./trouble.js";
import { actionText, fieldName, fieldOf, valueOf, valueText } from "./values.js";
import { authorText, momentText, withCapital } from "./words.js";

/** @import { History } from "../contract.d.ts" */
/** @import { Spot } from "./types.d.ts" */

/** @typedef {History["events"][number]} Event */
/** Words that somebody wrote in one go: the last of them, and when the first of them was saved.
 * @typedef {{ event: Event, since: string }} Moment */

const ONE_GO_MS = 10 * 60_000; // saved this shortly after each other is one moment of writing
const FAILED = "De geschiedenis is nu niet op te halen. Sluit dit venster en probeer het later opnieuw.";

/** @param {Spot} spot */
export async function showHistory(spot) {
  const { card, screen } = spot;
  const name = card.kind === "action" ? actionText(spot) : `${card.code} ${card.title}`.trim();
  const { body, buttons, close } = openDialog(screen, `Geschiedenis van ${name}`);
  buttons.append(makeButton("Sluiten", close));
  body.append(make("p", { text: "Ophalen …" }));
  try {
    const { events } = await screen.engine.history(spot.subject);
    draw(body, spot, moments(events));
  } catch {
    body.replaceChildren(make("p", { class: "ww-error", text: FAILED }));
  }
}

/**
 * Events of one field by one person, each shortly after the other, as one moment.
 * @param {Event[]} events newest first
 * @returns {Moment[]} newest first
 */
export function moments(events) {
  /** @type {Moment[]} */
  const found = [];
  /** @type {Map<string, Moment>} */
  const lastByField = new Map();
  for (const event of events) {
    const later = lastByField.get(event.field);
    if (later && isOneGo(later, event)) {
      later.since = event.at;
      continue;
    }
    const moment = { event, since: event.at };
    found.push(moment);
    lastByField.set(event.field, moment);
  }
  return found;
}

/** @param {Moment} later @param {Event} earlier */
function isOneGo(later, earlier) {
  const isSame = later.event.author === earlier.author && later.event.origin === earlier.origin;
  return isSame && Date.parse(later.since) - Date.parse(earlier.at) <= ONE_GO_MS;
}

/** @param {HTMLElement} body @param {Spot} spot @param {Moment[]} found */
function draw(body, spot, found) {
  if (!found.length) return body.replaceChildren(make("p", { text: "Hier is nog niets opgeslagen." }));
  body.replaceChildren(make("ol", { class: "ww-history" }, ...found.map((each) => row(body, spot, found, each))));
}

/** @param {HTMLElement} body @param {Spot} spot @param {Moment[]} found @param {Moment} moment */
function row(body, spot, found, moment) {
  const { field, value } = moment.event;
  const caption = captionOf(spot, moment);
  const item = make("li", {}, make("p", { class: "ww-note", text: caption }), makeQuote(valueText(spot, field, value)));
  const putBack = () => {
    spot.screen.engine.choose(spot.subject, field, value);
    draw(body, spot, found);
    const said = make("p", {
      class: "ww-note ww-recovered",
      tabindex: "-1",
      text: `Teruggezet: ${fieldName(spot, field)}.`,
    });
    body.prepend(said);
    said.focus();
  };
  if (canPutBack(spot, field, value)) item.append(makeButton("Zet terug", putBack, { label: `Zet terug: ${caption}` }));
  return item;
}

/** @param {Spot} spot @param {string} field @param {string} value */
function canPutBack(spot, field, value) {
  const kind = fieldOf(spot, field)?.kind ?? "hidden";
  return !spot.screen.data.readOnly && kind !== "hidden" && value !== valueOf(spot, field);
}

/** @param {Spot} spot @param {Moment} moment */
function captionOf(spot, { event, since }) {
  const now = spot.screen.parts.now();
  const [first, last] = [momentText(since, now), momentText(event.at, now)];
  const when = first === last ? last : `${last}, geschreven vanaf ${first.replace(/^om /, "")}`;
  const origin = event.origin ? `, uit ${event.origin}` : "";
  return `${withCapital(fieldName(spot, event.field))}, opgeslagen ${when}${authorText(event.author)}${origin}`;
}
