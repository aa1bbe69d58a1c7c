// @ts-check
// What stands above the cards: who looks too, and text that is not saved and is not shown below.

import { make, makeButton, setHidden, setText } from "./dom.js";
import { makeQuote } from "./trouble.js";
import { LEVEL, levelOf, valueText } from "./values.js";
import { counted, levelLabel, listed, withCapital } from "./words.js";

/** @import { Engine } from "../contract.d.ts" */
/** @import { Part, Screen } from "./types.d.ts" */

/** @typedef {ReturnType<Engine["unsaved"]>[number]} Unsaved */

/**
 * @param {Screen} screen
 * @returns {Part}
 */
export function makeLooking(screen) {
  const element = make("p", { class: "ww-looking", hidden: true });
  return {
    element,
    show() {
      const names = screen.engine.looking;
      setHidden(element, !names.length);
      setText(element, `${names.length > 1 ? "Kijken" : "Kijkt"} nu ook mee: ${listed(names)}`);
    },
  };
}

/**
 * Text of other pages, and, where this page can only be read, of this one: the only place left to copy it from.
 * @param {Screen} screen
 * @returns {Part}
 */
export function makeUnsaved(screen) {
  const words = make("p", { role: "status" });
  const again = makeButton("Opnieuw proberen", () => screen.engine.retry());
  const texts = make("dl", { class: "ww-details" });
  const fold = make("details", { class: "ww-unsent" }, make("summary", { text: "Toon die tekst" }), texts);
  const element = make("div", { class: "ww-bar ww-bar-warning", hidden: true }, words, again, fold);
  return {
    element,
    show() {
      const found = screen.engine.unsaved().filter((each) => isElsewhere(screen, each));
      setHidden(element, !found.length);
      setText(words, found.length ? unsavedText(screen, found) : "");
      setHidden(again, screen.data.readOnly);
      drawTexts(texts, screen, found);
    },
  };
}

/** @param {Screen} screen @param {Unsaved} draft */
function isElsewhere({ data }, { subject, state }) {
  const isHere =
    data.cards.some((each) => each.subject === subject) || (data.row !== null && subject.startsWith(data.row.prefix));
  return data.readOnly || (!isHere && state !== "waiting");
}

/** @param {Screen} screen @param {Unsaved[]} found */
function unsavedText({ data, engine }, found) {
  const number = counted(found.length, "veld", "velden");
  if (data.readOnly) return `Dit had u getypt en is NIET opgeslagen (${number}). Kopieer wat u wilt bewaren.`;
  const start = `Op een andere pagina hebt u nog tekst die niet is opgeslagen (${number}).`;
  if (found.some((each) => each.state !== "offline")) return `${start} Ga naar die pagina en kies daar wat blijft.`;
  return engine.keepsDrafts
    ? `${start} Die staat veilig in deze browser en wordt vanzelf bewaard.`
    : `${start} Laat deze pagina open.`;
}

/** @param {HTMLElement} list @param {Screen} screen @param {Unsaved[]} found */
function drawTexts(list, screen, found) {
  const wanted = JSON.stringify(found);
  if (list.dataset.drawn === wanted) return;
  list.dataset.drawn = wanted;
  list.replaceChildren(
    ...found.flatMap((each) => [
      make("dt", { text: nameOf(screen, each) }),
      make("dd", {}, makeQuote(wordsOf(screen, each)), ...throwAway(screen, each)),
    ]),
  );
}

/**
 * Of what is refused for good, a way to be rid of it once it was copied.
 * @param {Screen} screen
 * @param {Unsaved} draft
 */
function throwAway(screen, draft) {
  const { subject, field } = draft;
  if (!screen.data.readOnly) return [];
  const label = `Haal deze tekst weg: ${nameOf(screen, draft)}`;
  return [makeButton("Haal deze tekst weg", () => screen.engine.discard(subject, field), { class: "ww-quiet", label })];
}

/** What was typed or chosen, in words; of a card of another page only a level is known by name. @param {Screen} screen @param {Unsaved} draft */
function wordsOf(screen, { subject, field, value }) {
  const card = screen.data.cards.find((each) => each.subject === subject);
  if (card) return valueText({ screen, subject, card, number: 1 }, field, value);
  const level = field === LEVEL ? levelOf(screen, value) : undefined;
  return level ? levelLabel(level) : value;
}

/** @param {Screen} screen @param {Unsaved} draft */
function nameOf({ data }, { subject, field }) {
  const card = data.cards.find((each) => each.subject === subject);
  const names = data.fieldNames[card?.kind ?? kindOf(subject)];
  const where = card ? card.code || card.title : "";
  return withCapital([where, names?.[field] ?? field].filter(Boolean).join(": "));
}

/** @param {string} subject */
function kindOf(subject) {
  if (subject.startsWith("actie:")) return "action";
  if (subject.startsWith("proces:")) return "process";
  return subject === "rapportgegevens" ? "particulars" : "norm";
}
