// @ts-check
// Comparing and joining texts, of which no word may be lost.

/** @import { Draft } from "./drafts.js" */

/** The text without what the server may clean away: control characters, and which white space there is. */
function words(/** @type {string} */ text) {
  return text
    .replace(/[\s\u2028\u2029]+/g, " ")
    .replace(/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/g, "")
    .trim();
}

/**
 * A short sign of a text that was sent, alike for what the server makes of it: its length and 53 bits of it.
 *
 * Texts that were sent without an answer can be many and long; their signs fit in the storage of a browser.
 * @param {string} text
 */
export function fingerprint(text) {
  const plain = words(text);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let place = 0; place < plain.length; place += 1) {
    const unit = plain.charCodeAt(place);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${plain.length}-${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`;
}

/** Whether every word of a text stands in another one, in the same order and without others between. */
function isIn(/** @type {string} */ text, /** @type {string} */ other) {
  return ` ${words(other)} `.includes(` ${words(text)} `);
}

/**
 * Below each other, in this order; a text that stands in another one is not repeated.
 * @param {string[]} texts
 */
export function below(texts) {
  /** @type {string[]} */
  const kept = [];
  for (const text of texts) {
    if (!text.trim() || kept.some((other) => isIn(text, other))) continue;
    const apart = kept.filter((other) => !isIn(other, text));
    kept.splice(0, kept.length, ...apart, text);
  }
  return kept.join("\n\n");
}

/**
 * One draft of several that gone tabs left of the same field, in any order, at least one.
 *
 * The newest is what the user wants; older words are put above it, unless the newest was typed over them. Of a
 * choice only the newest counts.
 * @param {Draft[]} drafts
 * @returns {Draft}
 */
export function joined(drafts) {
  const byAge = [...drafts].sort((one, other) => one.at - other.at);
  const newest = /** @type {Draft} */ (byAge.pop());
  const sent = [...new Set([newest, ...byAge].flatMap((draft) => draft.sent))];
  const older = byAge.filter((draft) => draft.isTyped && draft.value !== newest.before);
  if (!newest.isTyped || !older.length) return { ...newest, sent };
  return { ...newest, sent, value: below([...older.map((draft) => draft.value), newest.value]) };
}
