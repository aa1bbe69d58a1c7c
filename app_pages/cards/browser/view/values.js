// @ts-check
// What a card holds, in words: names of its fields, and stored values as somebody knows them.

import { dateText, levelLabel, shortened, withoutArticle } from "./words.js";

/** @import { FieldData, LevelData } from "../contract.d.ts" */
/** @import { Screen, Spot } from "./types.d.ts" */

export const LEVEL = "niveau";
export const RECONFIRM = "herbevestigen";
export const REMOVED = "verwijderd";
export const POSITION = "plaats";
export const YES = "ja";
const WITHOUT_TEXT = "Nog niet beschreven.";

/** @param {Spot} spot @param {string} field */
export const stateOf = (spot, field) => spot.screen.engine.field(spot.subject, field);

/** @param {Spot} spot @param {string} field */
export const valueOf = (spot, field) => stateOf(spot, field).value;

/**
 * @param {Spot} spot
 * @param {string} name
 * @returns {FieldData | undefined}
 */
export const fieldOf = (spot, name) => spot.card.fields.find((each) => each.name === name);

/**
 * A field as in "Niet opgeslagen: het bewijs."
 * @param {Spot} spot
 * @param {string} name
 */
export const fieldName = (spot, name) =>
  spot.screen.data.fieldNames[spot.card.kind]?.[name] ?? fieldOf(spot, name)?.label ?? name;

/** @param {Spot} spot @param {string} name */
export const shortName = (spot, name) => withoutArticle(fieldName(spot, name));

/**
 * @param {Screen} screen
 * @param {string} id
 * @returns {LevelData | undefined}
 */
export const levelOf = (screen, id) => screen.data.levels.find((each) => each.id === id);

/**
 * A stored value: a choice by its name, a text as it is.
 * @param {Spot} spot
 * @param {string} name
 * @param {string} value
 */
export function valueText(spot, name, value) {
  const field = fieldOf(spot, name);
  if (!value || !field) return value;
  const level = field.kind === "level" ? levelOf(spot.screen, value) : undefined;
  if (level) return levelLabel(level);
  if (field.kind === "choice") return optionText(field, value);
  if (field.kind === "several")
    return inOrder(field, value)
      .map((each) => optionText(field, each))
      .join("\n");
  return field.kind === "day" ? dateText(value) : value;
}

/**
 * @param {FieldData | undefined} field
 * @param {string} value
 */
export const optionText = (field, value) => field?.options?.find(([each]) => each === value)?.[1] ?? value;

/**
 * The ids in a value of the kind `several`.
 * @param {string} value
 */
export const chosen = (value) => value.split(" ").filter(Boolean);

/**
 * The same ids in the order in which they can be chosen.
 * @param {FieldData | undefined} field
 * @param {string} value
 */
export function inOrder(field, value) {
  const order = (field?.options ?? []).map(([id]) => id);
  return chosen(value).toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
}

/**
 * The label of a field, with the number of its card.
 * @param {Spot} spot
 * @param {FieldData} field
 */
export const labelOf = (spot, field) => field.label.replaceAll("{n}", String(spot.number));

/**
 * What tells this card from others, for in a label: "3.02", "processtap 2", "‘Maak een afspraak’".
 * @param {Spot} spot
 */
export function cardName(spot) {
  if (spot.card.kind === "process") return `processtap ${spot.number}`;
  if (spot.card.kind === "action") return `‘${actionText(spot)}’`;
  return spot.card.code || spot.card.title || "deze gegevens";
}

/**
 * The text of an action or step where it is only mentioned.
 * @param {Spot} spot
 */
export const actionText = (spot) => shortened(valueOf(spot, "wat")) || WITHOUT_TEXT;

/**
 * The subject and field as an id in the page.
 * @param {Spot} spot
 * @param {string} name
 */
export const idOf = (spot, name) => `ww-${name}-${spot.subject}`;

/**
 * Whether a norm waits for an answer: without a level, or "niet van toepassing" without a reason.
 * @param {Spot} spot
 */
export function isOpen(spot) {
  const level = valueOf(spot, LEVEL);
  const lacking = spot.card.fields.find((each) => each.onlyWhen?.field === LEVEL && each.onlyWhen.value === level);
  return !level || (lacking?.whenEmpty !== undefined && !valueOf(spot, lacking.name).trim());
}
