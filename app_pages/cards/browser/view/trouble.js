// @ts-check
// What there is to say under a field: words put back, data of residents, what was refused for good, two versions.

import { make, makeButton, setHidden, setText } from "./dom.js";
import { cardName, fieldName, fieldOf, stateOf, valueText } from "./values.js";
import { authorText, momentText } from "./words.js";

/** @import { FieldState } from "../contract.d.ts" */
/** @import { Part, Spot } from "./types.d.ts" */

const PUT_BACK = "Teruggezet: wat u eerder typte en nog niet was opgeslagen.";
const TOO_LATE = "Dit is niet opgeslagen en kan niet meer worden opgeslagen. Kopieer wat u wilt bewaren.";

/** @param {FieldState} state */
export const isTroubled = (state) => state.state === "conflict" || state.state === "refused";

/**
 * @param {Spot} spot
 * @param {string} name
 * @param {() => void} [onSettled] puts the focus back in the field
 * @returns {Part}
 */
export function makeTrouble(spot, name, onSettled = () => {}) {
  const element = make("div", { class: "ww-trouble", hidden: true });
  let drawn = "";
  return {
    element,
    show() {
      const state = stateOf(spot, name);
      const wanted = JSON.stringify(whatIsSaid(state));
      if (wanted !== drawn) draw(element, spot, name, state, onSettled);
      drawn = wanted;
      const mine = element.querySelector(".ww-mine");
      if (mine) setText(mine, valueText(spot, name, state.value) || "(leeg)");
    },
  };
}

/** @param {FieldState} state */
function whatIsSaid({ isRecovered, warnings, conflict, state, isFinal }) {
  return { isRecovered, warnings, conflict, isFinal: state === "refused" && isFinal };
}

/**
 * @param {HTMLElement} element
 * @param {Spot} spot
 * @param {string} name
 * @param {FieldState} state
 * @param {() => void} onSettled
 */
function draw(element, spot, name, state, onSettled) {
  const parts = [];
  if (state.isRecovered) parts.push(make("p", { class: "ww-note ww-recovered", text: PUT_BACK }));
  parts.push(...state.warnings.map((text) => make("p", { class: "ww-note ww-warning", text })));
  if (state.state === "refused" && state.isFinal) parts.push(...lost(spot, name, onSettled));
  const { conflict } = state;
  if (conflict) parts.push(conflictBlock(spot, name, conflict, onSettled));
  element.replaceChildren(...parts);
  setHidden(element, parts.length === 0);
  const said = element.querySelector("p");
  if (said) spot.screen.say(`${cardName(spot)}: ${said.textContent}`);
}

/** @param {Spot} spot @param {string} name @param {() => void} onSettled */
function lost(spot, name, onSettled) {
  const throwAway = () => {
    spot.screen.engine.discard(spot.subject, name);
    onSettled();
  };
  const label = `Haal mijn tekst weg: ${fieldName(spot, name)} bij ${cardName(spot)}`;
  return [
    make("p", { class: "ww-note ww-error", text: TOO_LATE }),
    makeButton("Haal mijn tekst weg", throwAway, { label }),
  ];
}

/**
 * Two versions, who and when, and a button for each way out.
 * @param {Spot} spot
 * @param {string} name
 * @param {{ theirs: string, author: string, at: string }} conflict
 * @param {() => void} onSettled
 */
function conflictBlock(spot, name, { theirs, author, at }, onSettled) {
  const button = (/** @type {string} */ text, /** @type {"mine" | "theirs" | "both"} */ choice) =>
    makeButton(text, () => settle(spot, name, choice, onSettled), {
      label: `${text}: ${fieldName(spot, name)} bij ${cardName(spot)}`,
    });
  const side = (/** @type {string} */ title, /** @type {HTMLElement} */ quote, /** @type {HTMLElement} */ choose) =>
    make("div", {}, make("p", { class: "ww-label", text: title }), quote, choose);
  const when = `${momentText(at, spot.screen.parts.now())}${authorText(author)}`;
  const kind = fieldOf(spot, name)?.kind ?? "hidden";
  return make(
    "div",
    { class: "ww-conflict" },
    make(
      "p",
      { class: "ww-error" },
      make("strong", { text: `Niet opgeslagen: ${fieldName(spot, name)}.` }),
      ` Intussen is iets anders opgeslagen, ${when}. Kies welke ${kind === "text" ? "tekst" : "keuze"} blijft.`,
    ),
    make(
      "div",
      { class: "ww-sides" },
      side("Uw versie", makeQuote("", "ww-mine"), button("Bewaar mijn versie", "mine")),
      side(
        "De opgeslagen versie",
        makeQuote(valueText(spot, name, theirs)),
        button("Houd de opgeslagen versie", "theirs"),
      ),
    ),
    ...(kind === "text" ? [button("Bewaar beide onder elkaar", "both")] : []),
  );
}

/** @param {Spot} spot @param {string} name @param {"mine" | "theirs" | "both"} choice @param {() => void} onSettled */
function settle(spot, name, choice, onSettled) {
  spot.screen.engine.settle(spot.subject, name, choice);
  onSettled();
}

/**
 * Somebody's text as it is, line breaks included.
 * @param {string} text
 */
export function makeQuote(text, more = "") {
  return make("div", { class: `ww-quote ${more}`.trim(), tabindex: "0", text: text || "(leeg)" });
}
