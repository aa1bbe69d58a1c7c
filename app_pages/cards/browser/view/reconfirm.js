// @ts-check
// Answers copied from the round before: does each still hold? One by one, or all on the page at once.

import { askIfSure } from "./dialog.js";
import { make, makeButton, setHidden, setText } from "./dom.js";
import { RECONFIRM, valueOf, YES } from "./values.js";

/** @import { Part, Screen, Spot } from "./types.d.ts" */

/**
 * @param {Spot} spot
 * @param {() => void} focusCard
 * @returns {Part}
 */
export function makeReconfirm(spot, focusCard) {
  const confirm = () => {
    focusCard();
    spot.screen.engine.choose(spot.subject, RECONFIRM, "");
  };
  const words = make("span", { text: "Overgenomen antwoord, nog niet bevestigd." });
  const button = makeButton("Klopt nog", confirm, { label: `${spot.card.code} klopt nog` });
  const element = make("p", { class: "ww-reconfirm", hidden: true }, words, " ", button);
  return { element, show: () => setHidden(element, valueOf(spot, RECONFIRM) !== YES) };
}

/**
 * The count of the page, with a button for all of it.
 * @param {Screen} screen
 * @returns {Part}
 */
export function makeReconfirmBar(screen) {
  const words = make("p", { role: "status", tabindex: "-1" });
  const button = makeButton("Alles op deze pagina klopt nog", () => ask(screen, words));
  const element = make("div", { class: "ww-bar", hidden: true }, words, button);
  return {
    element,
    show() {
      const all = copied(screen);
      const waiting = all.filter((each) => each.isWaiting);
      setHidden(element, !screen.data.copiedBar || screen.data.readOnly || !all.length);
      setHidden(button, !waiting.length);
      setText(words, barText(waiting.length, all.length));
    },
  };
}

/** @param {number} waiting @param {number} all */
function barText(waiting, all) {
  if (!waiting) return "✓ Alle overgenomen antwoorden zijn hier bevestigd.";
  return `Overgenomen antwoorden: nog ${waiting} van ${all} te herbevestigen. Klopt een antwoord niet meer? Pas het dan aan.`;
}

/**
 * The norms with an answer from the round before, and whether it still waits: until that it holds is stored.
 * @param {Screen} screen
 */
function copied({ data, engine }) {
  const states = data.cards.map(({ subject }) => ({ subject, state: engine.field(subject, RECONFIRM) }));
  return states
    .filter(({ state }) => state.event > 0 || state.value)
    .map(({ subject, state }) => ({ subject, isWaiting: state.value === YES || state.stored === YES }));
}

/** @param {Screen} screen @param {HTMLElement} words */
function ask(screen, words) {
  const waiting = copied(screen).filter((each) => each.isWaiting);
  const isOne = waiting.length === 1;
  const text =
    `U bevestigt ${isOne ? "1 overgenomen antwoord" : `${waiting.length} overgenomen antwoorden`}. U zegt daarmee dat ` +
    `${isOne ? "dit" : "elk antwoord"} op de peildatum nog klopt. Hebt u alles gelezen?`;
  const choice = { title: "Klopt alles op deze pagina nog?", text, yes: "Ja, alles klopt nog", no: "Nee, ga terug" };
  askIfSure(screen, choice, async () => {
    const values = waiting.map(({ subject }) => ({ subject, field: RECONFIRM, value: "" }));
    const problem = await screen.engine.together(values);
    if (problem) setText(words, `Niet bevestigd. ${problem}`);
    words.focus();
  });
}
