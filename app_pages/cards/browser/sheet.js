// @ts-check
// The fields of one assessment: typed in, stored, changed by others. Keeps a draft of what is not stored; sends nothing.

import * as fields from "./fields.js";
import { joined } from "./texts.js";

/** @import { News, StateData } from "./contract" */
/** @import { Drafts, KeptDraft } from "./drafts.js" */
/** @import { FieldRecord, Theirs } from "./fields.js" */

export class Sheet {
  /** @type {Map<string, FieldRecord>} */
  #records = new Map();
  /** @type {FieldRecord | null} */
  #focused = null;
  /** @type {Set<string> | null} Subjects to tell of; null for all. */
  #changed = new Set();
  #particularsAt = 0;
  /** The newest event that was looked at. */
  latest = 0;
  /** Depth, status and content version of the page. */
  details = "";
  /** How often a particular was saved: news that was asked for before says nothing of particulars. */
  particularsSaved = 0;

  /**
   * @param {string} assessment
   * @param {Drafts} drafts
   * @param {(subjects: Set<string> | null) => void} listener
   */
  constructor(assessment, drafts, listener) {
    this.assessment = assessment;
    this.drafts = drafts;
    this.listener = listener;
  }

  get records() {
    return [...this.#records.values()];
  }

  find(/** @type {string} */ subject, /** @type {string} */ field) {
    return this.#records.get(JSON.stringify([subject, field]));
  }

  /** The record of a field, made when there is none. */
  at(/** @type {string} */ subject, /** @type {string} */ field) {
    const found = this.find(subject, field);
    if (found) return found;
    const record = fields.newRecord(subject, field);
    this.#records.set(JSON.stringify([subject, field]), record);
    return record;
  }

  /** A field became another: show what waited for it, keep its draft, tell of it. */
  touch(/** @type {FieldRecord} */ record) {
    fields.release(record, this.isFocused(record));
    this.drafts.keep(this.assessment, record);
    this.mark(record);
  }

  /** To be told of, without a draft. */
  mark(/** @type {FieldRecord} */ record) {
    this.#changed?.add(record.subject);
  }

  /** Tell of everything that changed, at once; with `all` of the whole page. */
  tell(isAll = false) {
    const changed = isAll ? null : this.#changed;
    if (changed && !changed.size) return;
    this.#changed = new Set();
    this.listener(changed);
  }

  isFocused(/** @type {FieldRecord} */ record) {
    return this.#focused === record;
  }

  focus(/** @type {{ subject: string, field: string } | null} */ at) {
    const left = this.#focused;
    this.#focused = at && this.at(at.subject, at.field);
    if (!left || left === this.#focused) return;
    const isOther = [fields.showCleaned(left), fields.release(left, false)].some(Boolean);
    if (isOther) this.mark(left);
  }

  /** What the page says is stored: as news, with no author. */
  takeState(/** @type {StateData} */ state) {
    for (const [subject, values] of Object.entries(state.values)) {
      for (const [field, stored] of Object.entries(values)) this.#take(subject, field, fields.theirsOf(stored));
    }
    this.#takeParticulars(state.particulars, state.particularsAt);
    this.latest = Math.max(this.latest, state.latest);
    this.details = state.details;
  }

  /** News that was asked for when `particularsSaved` was this; whether the page as a whole became another. */
  takeNews(/** @type {News} */ news, /** @type {number} */ particularsSaved) {
    for (const event of news.events) this.#take(event.subject, event.field, fields.theirsOf(event));
    if (particularsSaved === this.particularsSaved) this.#takeParticulars(news.particulars, news.particularsAt);
    this.latest = Math.max(this.latest, news.latest);
    return news.details !== this.details;
  }

  #take(/** @type {string} */ subject, /** @type {string} */ field, /** @type {Theirs} */ theirs) {
    const record = this.at(subject, field);
    if (fields.hold(record, theirs) && fields.release(record, this.isFocused(record))) this.mark(record);
  }

  /** Particulars say nothing of themselves but when they were saved last: older ones are left. */
  #takeParticulars(/** @type {Record<string, string>} */ particulars, /** @type {string | null} */ at) {
    const time = moment(at);
    if (time < this.#particularsAt) return;
    this.#particularsAt = time;
    for (const [field, value] of Object.entries(particulars ?? {})) {
      this.#take(fields.PARTICULARS, field, fields.theirsOf({ value, event: 0, at: at ?? "" }));
    }
  }

  /** A particular was saved at this time. */
  savedParticular(/** @type {string} */ at) {
    this.particularsSaved += 1;
    this.#particularsAt = Math.max(this.#particularsAt, moment(at));
  }

  /**
   * Put back the drafts of tabs that are gone; whether something is to be sent. A field that the user is busy in is
   * left for a next time, its drafts too.
   */
  recover(/** @type {KeptDraft[]} */ kept) {
    /** @type {Map<FieldRecord, KeptDraft[]>} */
    const byField = new Map();
    for (const each of kept) {
      const record = this.at(each.subject, each.field);
      byField.set(record, [...(byField.get(record) ?? []), each]);
    }
    const put = [...byField].map(([record, drafts]) => this.#putBack(record, drafts));
    return put.some(Boolean);
  }

  #putBack(/** @type {FieldRecord} */ record, /** @type {KeptDraft[]} */ kept) {
    if (this.isFocused(record) || fields.isUnsaved(record)) return false;
    const draft = joined(kept.map((each) => each.draft));
    const isNew = draft.value !== record.stored;
    if (isNew) {
      fields.recover(record, draft);
      this.mark(record);
    }
    if (this.drafts.keep(this.assessment, record)) kept.forEach((each) => this.drafts.drop(each));
    return isNew;
  }
}

function moment(/** @type {string | null} */ at) {
  return (at && Date.parse(at)) || 0;
}
