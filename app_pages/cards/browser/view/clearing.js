// @ts-check
// Clearing a whole answer in one go, and undoing that.

import { make, makeButton, setHidden, setText } from "./dom.js";
import { cardName } from "./values.js";

/** @import { Part, Spot } from "./types.d.ts" */

/**
 * The button that clears, and the line with the way back.
 * @param {Spot} spot
 * @param {() => void} focusCard
 * @returns {Part & { button: HTMLElement }}
 */
export function makeClearing(spot, focusCard) {
  const { engine } = spot.screen;
  /** @type {Record<string, string> | null} */
  let before = null;
  const words = make("span", { role: "status" });
  const undo = makeButton("Ongedaan maken", () => void putBack(), {
    label: `Ongedaan maken: antwoord op ${cardName(spot)}`,
  });
  const element = make("p", { class: "ww-cleared", hidden: true }, words, " ", undo);
  const button = makeButton(`Antwoord op ${cardName(spot)} wissen`, () => void clear(), { class: "ww-quiet" });

  const filled = () =>
    Object.fromEntries(
      Object.entries(engine.fields(spot.subject))
        .filter(([, each]) => each.value)
        .map(([name, each]) => [name, each.value]),
    );
  const saveAll = (/** @type {Record<string, string>} */ values) =>
    engine.together(Object.entries(values).map(([field, value]) => ({ subject: spot.subject, field, value })));

  async function clear() {
    const values = filled();
    const problem = await saveAll(Object.fromEntries(Object.keys(values).map((name) => [name, ""])));
    before = problem ? null : values;
    tell(problem ? `Niet gewist. ${problem}` : "Gewist.", !problem);
    (problem ? button : undo).focus();
  }

  async function putBack() {
    if (!before) return;
    const problem = await saveAll(before);
    if (problem) return tell(`Niet teruggezet. ${problem}`, true);
    before = null;
    focusCard();
    setHidden(element, true);
  }

  /** @param {string} text @param {boolean} canUndo */
  function tell(text, canUndo) {
    setHidden(element, false);
    setText(words, text);
    setHidden(undo, !canUndo);
  }

  function show() {
    const isFilled = Object.keys(filled()).length > 0;
    setHidden(button, !isFilled);
    if (!before || !isFilled || document.activeElement === undo) return;
    before = null; // somebody answers anew
    setHidden(element, true);
  }
  return { element, button, show };
}
