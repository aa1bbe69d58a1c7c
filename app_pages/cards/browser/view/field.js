// @ts-check
// One field of a card: label, input, note and what there is to say about it. Each kind has an input of its own.

import { choiceControl, dayControl, markControl } from "./choices.js";
import { make, makeButton, setAttribute, setHidden, setText } from "./dom.js";
import { levelControl } from "./level.js";
import { severalControl } from "./several.js";
import { textControl } from "./texts.js";
import { isTroubled, makeTrouble } from "./trouble.js";
import { cardName, idOf, labelOf, stateOf, valueOf } from "./values.js";

/** @import { FieldData, FieldState } from "../contract.d.ts" */
/** @import { Control, FieldView, Spot } from "./types.d.ts" */

/** @type {Record<string, (spot: Spot, field: FieldData) => Control>} */
const CONTROLS = {
  level: levelControl,
  text: textControl,
  line: textControl,
  choice: choiceControl,
  several: severalControl,
  day: dayControl,
  mark: markControl,
};
const LABELS_ITSELF = new Set(["level", "several", "mark"]);

/**
 * A field that is shown; a hidden one has no view.
 * @param {Spot} spot
 * @param {FieldData} given
 * @returns {FieldView}
 */
export function makeField(spot, given) {
  let field = given;
  const { name, kind } = given;
  const control = /** @type {(spot: Spot, field: FieldData) => Control} */ (CONTROLS[kind])(spot, given);
  const label = make("label", { for: idOf(spot, name) });
  const note = make("p", { class: "ww-note", id: `${idOf(spot, name)}-noot`, hidden: true });
  const lacking = make("p", { class: "ww-note ww-warning", hidden: true });
  const trouble = makeTrouble(spot, name, () => control.target().focus());
  trouble.element.id = `${idOf(spot, name)}-let-op`;
  const inside = make("div", { class: "ww-inside" }, ...(LABELS_ITSELF.has(kind) ? [] : [label]), control.element);
  inside.append(note, lacking, trouble.element);
  const opener = makeOpener(spot, given, () => {
    setHidden(inside, false);
    setHidden(/** @type {HTMLElement} */ (opener), true);
    control.target().focus();
  });
  const element = make("div", { class: "ww-field", "data-field": name }, ...(opener ? [opener] : []), inside);
  const view = { name, kind, element, focus: () => focusOn(control, opener), update, show };
  if (opener) setHidden(inside, true);

  /** @param {FieldData} next */
  function update(next) {
    field = next;
    element.classList.toggle("ww-half", Boolean(next.half));
    setText(label, labelOf(spot, next));
    setText(note, next.note ?? "");
    setHidden(note, !next.note);
    control.update(next);
  }

  function show() {
    const state = stateOf(spot, name);
    if (opener && (state.value || isTroubled(state))) {
      setHidden(inside, false);
      setHidden(opener, true);
    }
    setHidden(element, !isWanted(spot, field, state));
    control.show(state);
    setText(lacking, field.whenEmpty ?? "");
    setHidden(lacking, !field.whenEmpty || Boolean(state.value.trim()));
    trouble.show();
    if (kind !== "level") describe(state);
  }

  /** For a screen reader: what is said below it, and that something is wrong. @param {FieldState} state */
  function describe(state) {
    const isSaid = !state.conflict && !trouble.element.hidden;
    const ids = [...(field.note ? [note.id] : []), ...(isSaid ? [trouble.element.id] : [])];
    setAttribute(control.target(), "aria-describedby", ids.join(" ") || null);
    if (kind !== "several") setAttribute(control.target(), "aria-invalid", isTroubled(state) ? "true" : null);
  }

  control.element.addEventListener("focusout", show); // what was stored meanwhile is shown now
  update(given);
  return view;
}

/** @param {Control} control @param {HTMLElement | null} opener */
function focusOn(control, opener) {
  (opener && !opener.hidden ? opener : control.target()).focus();
}

/**
 * The button that opens a field which most people leave empty.
 * @param {Spot} spot
 * @param {FieldData} field
 * @param {() => void} open
 */
function makeOpener(spot, field, open) {
  if (!field.opener) return null;
  const { code } = spot.card;
  const isNamed = code !== "" && field.opener.includes(code);
  return makeButton(field.opener, open, {
    class: "ww-quiet",
    label: isNamed ? undefined : `${field.opener} Bij ${cardName(spot)}`,
  });
}

/**
 * Whether a field is on screen: always, or only beside some other choice; what needs a decision is never hidden.
 * @param {Spot} spot
 * @param {FieldData} field
 * @param {FieldState} state
 */
function isWanted(spot, { onlyWhen }, state) {
  return !onlyWhen || isTroubled(state) || valueOf(spot, onlyWhen.field) === onlyWhen.value;
}
