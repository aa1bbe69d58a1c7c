// @ts-check
// One field: what stands on screen, what is stored, and what happens to them. No network, no storage, no clock.

import { fingerprint } from "./texts.js";

/** @import { Change, FieldState, NewsEvent, SaveState, Saved } from "./contract" */
/** @import { Draft } from "./drafts.js" */

/** Subject of the particulars, which have no events: what was seen is compared by its text. */
export const PARTICULARS = "rapportgegevens";

/**
 * What somebody else stored.
 * @typedef {{ value: string, event: number, at: string, author: string, warnings: string[] }} Theirs
 */

/**
 * @typedef {object} FieldRecord
 * @property {string} subject
 * @property {string} field
 * @property {string} value What stands on screen.
 * @property {string} stored What is stored, as far as the user was shown.
 * @property {string | null} accepted The text as typed of which `stored` is the cleaned form.
 * @property {number} event The event of `stored`: what the user was looking at.
 * @property {string | null} at
 * @property {string[]} warnings
 * @property {boolean} isRecovered
 * @property {Theirs | null} conflict
 * @property {string} message Why it was refused; "" otherwise.
 * @property {boolean} isFinal
 * @property {boolean} isTyped Typed rather than chosen.
 * @property {number} editedAt
 * @property {boolean} isDue Whether it has waited long enough to be sent.
 * @property {string[]} flying Texts that are under way to the server now.
 * @property {string[]} lost Fingerprints of texts that were sent and never answered: perhaps stored, perhaps not.
 * @property {Theirs | null} held Newer than `stored`, and waiting until the user is not busy here.
 */

/** @returns {FieldRecord} */
export function newRecord(/** @type {string} */ subject, /** @type {string} */ field) {
  return {
    subject,
    field,
    value: "",
    stored: "",
    accepted: null,
    event: 0,
    at: null,
    warnings: [],
    isRecovered: false,
    conflict: null,
    message: "",
    isFinal: false,
    isTyped: true,
    editedAt: 0,
    isDue: false,
    flying: [],
    lost: [],
    held: null,
  };
}

/** Whether the screen differs from what is stored, or may. */
export function isDirty(/** @type {FieldRecord} */ record) {
  const differs = record.value !== record.stored && record.value !== record.accepted;
  return differs || record.lost.length > 0 || record.flying.length > 0;
}

/** Whether it waits for a person. */
export function isBlocked(/** @type {FieldRecord} */ record) {
  return record.conflict !== null || record.message !== "";
}

/** Whether something of it would be gone without a draft. */
export function isUnsaved(/** @type {FieldRecord} */ record) {
  return isDirty(record) || isBlocked(record);
}

/** @returns {SaveState} */
export function stateOf(/** @type {FieldRecord} */ record, /** @type {boolean} */ isOffline) {
  if (record.conflict) return "conflict";
  if (record.message) return "refused";
  if (isDirty(record)) return isOffline ? "offline" : "waiting";
  return record.event > 0 || record.stored !== "" ? "stored" : "empty";
}

/** @returns {FieldState} */
export function shown(/** @type {FieldRecord} */ record, /** @type {boolean} */ isOffline) {
  const { value, stored, event, at, isRecovered, conflict, message, isFinal } = record;
  return {
    value,
    stored,
    event,
    at,
    state: stateOf(record, isOffline),
    warnings: [...record.warnings],
    isRecovered,
    conflict: conflict && { theirs: conflict.value, author: conflict.author, at: conflict.at },
    message,
    isFinal,
  };
}

/**
 * The user typed or chose; what stands in a conflict is changed but stays in it.
 * @param {FieldRecord} record
 * @param {string} value
 * @param {{ isTyped: boolean, at: number }} how
 */
export function edit(record, value, { isTyped, at }) {
  Object.assign(record, { value, isTyped, editedAt: at, isDue: !isTyped });
  Object.assign(record, { isRecovered: false, message: "", isFinal: false });
}

/**
 * The server stored `sent`, perhaps cleaned. While the field is focused the text stays as it was typed, however the
 * server cleaned it: nobody wants a text to change below the cursor. It counts as stored, and becomes the cleaned one
 * when the focus leaves. An answer that comes after a newer one says nothing any more.
 * @param {FieldRecord} record
 * @param {{ value: string, seen: number }} sent
 * @param {Saved} saved
 * @param {boolean} isFocused
 */
export function takeSaved(record, sent, saved, isFocused) {
  if (record.conflict || (record.event !== sent.seen && saved.event < record.event)) return;
  takeStored(record, theirsOf(saved));
  record.accepted = sent.value;
  if (!isFocused) showCleaned(record);
}

/** Another text is known to be stored; the screen keeps what it shows. */
function takeStored(/** @type {FieldRecord} */ record, /** @type {Omit<Theirs, "author">} */ stored) {
  record.stored = stored.value;
  record.event = stored.event;
  record.at = stored.at;
  record.warnings = stored.warnings;
  record.accepted = null;
  record.lost = [];
  if (record.held && (record.subject === PARTICULARS || record.held.event <= record.event)) record.held = null;
}

/** Show the cleaned form of what was typed, when that is all that differs; whether it changed. */
export function showCleaned(/** @type {FieldRecord} */ record) {
  if (record.value !== record.accepted || record.value === record.stored) return false;
  record.value = record.stored;
  return true;
}

/**
 * The server holds another text than the user was looking at. No conflict when it is the text on screen, or one that
 * was sent from here and of which the answer was lost. Whether the field waits for a person now.
 * @param {FieldRecord} record
 * @param {{ value: string, seen: number, before?: string }} sent
 * @param {Theirs} theirs
 */
export function takeConflict(record, sent, theirs) {
  const hasMoved = record.event !== sent.seen || (sent.before !== undefined && sent.before !== record.stored);
  if (hasMoved) return record.conflict !== null; // about an earlier text: what is to be sent goes with what is seen now
  if (theirs.value === record.value || wasSent(record, theirs.value)) takeStored(record, theirs);
  else if (record.value === record.stored) yieldTo(record, theirs);
  else record.conflict = theirs;
  return record.conflict !== null;
}

/** The user took back what was typed, so there is nothing to choose: theirs shows as any news. */
function yieldTo(/** @type {FieldRecord} */ record, /** @type {Theirs} */ theirs) {
  record.lost = [];
  hold(record, theirs);
}

/** Whether this text was sent from here and never answered. */
export function wasSent(/** @type {FieldRecord} */ record, /** @type {string} */ text) {
  const sign = fingerprint(text);
  return record.lost.includes(sign) || record.flying.some((each) => fingerprint(each) === sign);
}

/** It is not known whether this text was stored. */
export function lose(/** @type {FieldRecord} */ record, /** @type {string} */ text) {
  const sign = fingerprint(text);
  if (!record.lost.includes(sign)) record.lost.push(sign);
}

/** The server said no. */
export function refuse(
  /** @type {FieldRecord} */ record,
  /** @type {string} */ message,
  /** @type {boolean} */ isFinal,
) {
  Object.assign(record, { message, isFinal, isDue: false });
}

/**
 * Something newer is stored, by anybody; kept aside until `release`. Whether it is newer at all: by its event, or by
 * its text where there are no events, as of particulars and in the example.
 * @param {FieldRecord} record
 * @param {Theirs} theirs
 */
export function hold(record, theirs) {
  const known = record.held ?? { value: record.stored, event: record.event };
  const isNewer = theirs.event || known.event ? theirs.event > known.event : theirs.value !== known.value;
  if (isNewer) record.held = theirs;
  return isNewer;
}

/** Show what was kept aside, unless the user is busy here; whether something changed. */
export function release(/** @type {FieldRecord} */ record, /** @type {boolean} */ isFocused) {
  if (isFocused || isUnsaved(record) || !record.held) return false;
  const theirs = record.held;
  takeStored(record, theirs);
  Object.assign(record, { held: null, value: theirs.value, isRecovered: false });
  return true;
}

/**
 * A person chose. Both: theirs first.
 * @param {FieldRecord} record
 * @param {"mine" | "theirs" | "both"} choice
 * @param {number} at
 */
export function settle(record, choice, at) {
  const theirs = record.conflict;
  if (!theirs) return;
  record.conflict = null;
  takeStored(record, theirs);
  const mine = record.value;
  const value = { mine, theirs: theirs.value, both: `${theirs.value}\n\n${mine}` }[choice];
  edit(record, value, { isTyped: record.isTyped, at });
  record.isDue = true;
}

/** Throw away what was refused; what was sent before it and perhaps stored comes with the news. */
export function discard(/** @type {FieldRecord} */ record) {
  if (!record.message) return;
  Object.assign(record, { value: record.stored, message: "", isFinal: false, isRecovered: false, lost: [] });
}

/**
 * Put back what was typed on an earlier visit, as it was then; what is stored now waits as news. The server tells
 * whether somebody changed the field since.
 * @param {FieldRecord} record
 * @param {Draft} draft
 */
export function recover(record, draft) {
  const now = { value: record.stored, event: record.event, at: record.at ?? "", author: "", warnings: record.warnings };
  Object.assign(record, { value: draft.value, stored: draft.before, event: draft.seen, accepted: null });
  Object.assign(record, { lost: [...draft.sent], isTyped: draft.isTyped, editedAt: draft.at });
  Object.assign(record, { isRecovered: true, isDue: true });
  hold(record, now);
}

/** An event of the news, or what the page says is stored. */
export function theirsOf(/** @type {Partial<NewsEvent> & { value: string, event: number, at: string }} */ news) {
  const { value, event, at, author = "", warnings = [] } = news;
  return { value, event, at, author, warnings };
}

/**
 * What is sent of it.
 * @returns {Change}
 */
export function changeOf(/** @type {FieldRecord} */ record) {
  const { subject, field, value, event: seen, stored: before } = record;
  const change = { subject, field, value, seen };
  return subject === PARTICULARS ? { ...change, before } : change;
}
