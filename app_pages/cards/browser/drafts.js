// @ts-check
// What is not stored yet, kept in this browser: one draft per field and tab.

import { isUnsaved } from "./fields.js";
import { fingerprint } from "./texts.js";

/** @import { FieldRecord } from "./fields.js" */

/**
 * @typedef {object} Draft
 * @property {string} value
 * @property {number} seen The event that the user was looking at.
 * @property {string} before The text that the user was looking at.
 * @property {string[]} sent Fingerprints of texts that were sent without an answer.
 * @property {number} at When it was typed.
 * @property {boolean} isTyped
 */

/** @typedef {{ key: string, subject: string, field: string, tab: string, draft: Draft }} KeptDraft */

const PREFIX = "was-wordt-concept ";

export class Drafts {
  #storage;
  #tab;
  /** Keys of which the newest text could not be written. */
  #failed = new Set();

  constructor(/** @type {Storage | null} */ storage, /** @type {string} */ tab) {
    this.#storage = storage;
    this.#tab = tab;
    this.#write("was-wordt-proef", "1");
    this.#remove("was-wordt-proef");
  }

  /** Whether everything that is not stored can be found here on a next visit. */
  get isKeeping() {
    return this.#failed.size === 0;
  }

  /** Write the draft of a field that is not stored, or remove that of one that is; whether that worked. */
  keep(/** @type {string} */ assessment, /** @type {FieldRecord} */ record) {
    const key = PREFIX + JSON.stringify([assessment, record.subject, record.field, this.#tab]);
    if (!isUnsaved(record)) return this.#remove(key);
    const { value, event: seen, stored: before, editedAt: at, isTyped } = record;
    const sent = [...record.lost, ...record.flying.map(fingerprint)];
    return this.#write(key, JSON.stringify({ value, seen, before, sent, at, isTyped }));
  }

  /** Drafts of this assessment that other tabs wrote. What cannot be read is left alone. */
  ofOthers(/** @type {string} */ assessment) {
    return this.#keys()
      .map((key) => this.#read(key, assessment))
      .filter((kept) => kept !== null)
      .filter((kept) => kept.tab !== this.#tab);
  }

  /** Another tab's draft was taken over. */
  drop(/** @type {KeptDraft} */ kept) {
    this.#remove(kept.key);
  }

  #keys() {
    try {
      const storage = this.#storage;
      if (!storage) return [];
      return Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
    } catch {
      return [];
    }
  }

  /** @returns {KeptDraft | null} */
  #read(/** @type {string} */ key, /** @type {string} */ assessment) {
    if (!key.startsWith(PREFIX)) return null;
    try {
      const [its, subject, field, tab] = JSON.parse(key.slice(PREFIX.length));
      const draft = JSON.parse(this.#storage?.getItem(key) ?? "null");
      return its === assessment && isDraft(draft) ? { key, subject, field, tab, draft } : null;
    } catch {
      return null;
    }
  }

  #write(/** @type {string} */ key, /** @type {string} */ text) {
    try {
      if (!this.#storage) throw new Error("no storage");
      this.#storage.setItem(key, text);
      this.#failed.delete(key);
      this.#failed.delete("was-wordt-proef");
      return true;
    } catch {
      this.#failed.add(key);
      return false;
    }
  }

  #remove(/** @type {string} */ key) {
    if (key !== "was-wordt-proef") this.#failed.delete(key);
    try {
      this.#storage?.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }
}

/** @returns {draft is Draft} */
function isDraft(/** @type {any} */ draft) {
  return (
    typeof draft?.value === "string" &&
    typeof draft.seen === "number" &&
    typeof draft.before === "string" &&
    Array.isArray(draft.sent) &&
    typeof draft.at === "number" &&
    typeof draft.isTyped === "boolean"
  );
}
