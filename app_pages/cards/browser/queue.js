// @ts-check
// When the fields of one assessment are sent, and what their answers mean.

import { save } from "./address.js";
import * as fields from "./fields.js";
import { Groups } from "./groups.js";
import { bytesOf, survivors, SURVIVING } from "./leaving.js";
import { Pace } from "./pace.js";

/** @import { Outcome } from "./address.js" */
/** @import { Change, EngineParts, Refusal } from "./contract" */
/** @import { FieldRecord } from "./fields.js" */
/** @import { Group } from "./groups.js" */
/** @import { Sheet } from "./sheet.js" */

/** @typedef {{ changes: Change[], group: Group | null, isLeaving: boolean, keepalive: boolean }} Request */

const MOST_CHANGES = 50;
const MOST_BYTES = 200_000;
const NO_CONNECTION = "Geen verbinding: er is niets veranderd. Probeer het opnieuw als de verbinding er weer is.";
const SETTLE_FIRST = "Er is niets veranderd. Kies eerst welke tekst u wilt houden, of herstel wat niet is opgeslagen.";

export class Queue {
  #pace;
  #isBusy = false;
  #most = MOST_CHANGES;
  #groups = new Groups();
  /** @type {Map<FieldRecord, string>} Texts that are under way in a request that survives the page. */
  #leaving = new Map();

  /**
   * @param {Sheet} sheet
   * @param {EngineParts} parts
   * @param {{ used: number }} survival Bytes under way in requests that survive the page, of all queues together.
   * @param {() => void} whenSaved
   */
  constructor(sheet, parts, survival, whenSaved) {
    this.sheet = sheet;
    this.parts = parts;
    this.survival = survival;
    this.whenSaved = whenSaved;
    this.#pace = new Pace(
      parts,
      () => this.#sendAll(),
      () => this.#pump(),
    );
  }

  /** Whether the last attempt to save failed. */
  get isFailing() {
    return this.#pace.isFailing;
  }

  /** Whether something of this subject is on its way to the server, or goes next. */
  isSending(/** @type {string} */ subject) {
    return this.sheet.records.some((record) => record.subject === subject && this.#isWaiting(record));
  }

  edit(/** @type {FieldRecord} */ record, /** @type {string} */ value, /** @type {boolean} */ isTyped) {
    if (record.value === value && !record.message) return;
    fields.edit(record, value, { isTyped, at: this.parts.now() });
    this.touch(record);
    this.sheet.tell();
    if (isTyped) this.#pace.key();
    else this.atOnce();
  }

  /** Keep and tell; but a field shows what its group makes of it without a draft of that. */
  touch(/** @type {FieldRecord} */ record) {
    if (this.#groups.shows(record)) this.sheet.mark(record);
    else this.sheet.touch(record);
  }

  /** Send what is due when everything of this moment has been said. */
  atOnce() {
    void Promise.resolve().then(() => this.#pump());
  }

  /** Try again what was refused; what was refused for good only with `isAll`. */
  retry(isAll = false) {
    for (const record of this.sheet.records) {
      if (!record.message || (record.isFinal && !isAll)) continue;
      Object.assign(record, { message: "", isFinal: false });
      this.touch(record);
    }
    this.sheet.tell();
    this.flush();
  }

  /** Send everything now, without waiting for a pause in typing or for another try. */
  flush() {
    this.#pace.rested();
    this.#sendAll();
  }

  /** Several fields, all or none; resolves to "" or why not, in Dutch. */
  async together(/** @type {{ subject: string, field: string, value: string }[]} */ values) {
    if (!values.length) return "";
    if (this.isFailing) return NO_CONNECTION;
    const records = values.map(({ subject, field }) => this.sheet.at(subject, field));
    if (records.some(fields.isBlocked)) return SETTLE_FIRST;
    const group = this.#groups.add(this.sheet, values, this.parts.now());
    this.sheet.tell();
    this.atOnce();
    return group.result;
  }

  /** Send all that is not known to be stored so that it survives the page, also what is under way and may be cut off. */
  leave() {
    this.#allDue();
    for (const group of this.#groups.waiting) this.#sendLeaving(group.changes, group);
    const waiting = this.sheet.records.filter((record) => this.#isWaiting(record) && !this.#isLeaving(record));
    // What is perhaps stored already may be refused: that may not take the others with it.
    const isUnsure = (/** @type {FieldRecord} */ record) => record.flying.length + record.lost.length > 0;
    const sure = waiting.filter((record) => !isUnsure(record));
    for (const records of [sure, waiting.filter(isUnsure)]) {
      this.#sendLeaving(records.map(fields.changeOf), null);
    }
  }

  #sendLeaving(/** @type {Change[]} */ changes, /** @type {Group | null} */ group) {
    const room = SURVIVING - this.survival.used;
    if (group) {
      void this.#send({ changes, group, isLeaving: true, keepalive: bytesOf(changes) <= room });
      return;
    }
    const { fits, others } = survivors(changes, room);
    if (fits.length) void this.#send({ changes: fits, group, isLeaving: true, keepalive: true });
    for (const each of others) void this.#send({ changes: [each], group, isLeaving: true, keepalive: false });
  }

  #allDue() {
    this.#pace.sent();
    for (const record of this.sheet.records) record.isDue = true;
  }

  #sendAll() {
    this.#allDue();
    this.#pump();
  }

  #pump() {
    if (this.#isBusy || this.#pace.isResting) return;
    const request = this.#nextGroup() ?? this.#nextBatch();
    if (request) void this.#send(request);
    else this.#most = MOST_CHANGES;
  }

  /** @returns {Request | null} */
  #nextGroup() {
    const group = this.#groups.next;
    if (!group) return null;
    return { changes: group.changes, group, isLeaving: false, keepalive: false };
  }

  /** @returns {Request | null} */
  #nextBatch() {
    const due = this.sheet.records.filter(
      (record) => record.isDue && record.flying.length === 0 && this.#isWaiting(record),
    );
    let size = 0;
    const changes = due
      .slice(0, this.#most)
      .map(fields.changeOf)
      .filter((change, place) => (size += change.value.length) <= MOST_BYTES || place === 0);
    return changes.length ? { changes, group: null, isLeaving: false, keepalive: false } : null;
  }

  #isWaiting(/** @type {FieldRecord} */ record) {
    return fields.isDirty(record) && !fields.isBlocked(record) && !this.#groups.has(record);
  }

  #isLeaving(/** @type {FieldRecord} */ record) {
    return this.#leaving.get(record) === record.value;
  }

  async #send(/** @type {Request} */ request) {
    this.#takeOff(request);
    const outcome = await save(this.parts, this.sheet.assessment, request.changes, request.keepalive);
    this.#land(request);
    this.#take(request, outcome);
    this.sheet.tell();
    this.#pump();
  }

  #takeOff(/** @type {Request} */ request) {
    if (!request.isLeaving) this.#isBusy = true;
    if (request.keepalive) this.survival.used += bytesOf(request.changes);
    if (request.group) request.group.underWay += 1;
    for (const change of request.changes) {
      const record = this.#recordOf(change);
      record.flying.push(change.value);
      if (request.isLeaving && !request.group) this.#leaving.set(record, change.value);
      this.touch(record);
    }
  }

  #land(/** @type {Request} */ request) {
    if (!request.isLeaving) this.#isBusy = false;
    if (request.keepalive) this.survival.used -= bytesOf(request.changes);
    if (request.group) request.group.underWay -= 1;
    for (const change of request.changes) {
      const record = this.#recordOf(change);
      record.flying.splice(record.flying.indexOf(change.value), 1);
      if (request.isLeaving && this.#leaving.get(record) === change.value) this.#leaving.delete(record);
    }
  }

  #take(/** @type {Request} */ request, /** @type {Outcome} */ outcome) {
    if (outcome.kind === "saved") this.#saved(request, outcome.saved);
    else if (outcome.kind === "failed" || outcome.error.code === "storage") this.#failed(request);
    else this.#refused(request, outcome.error);
    for (const change of request.changes) this.touch(this.#recordOf(change));
  }

  #saved(/** @type {Request} */ request, /** @type {import("./contract").Saved[]} */ saved) {
    this.#reached();
    request.changes.forEach((change, place) => {
      const record = this.#recordOf(change);
      fields.takeSaved(record, change, saved[place], this.sheet.isFocused(record));
      if (change.subject === fields.PARTICULARS) this.sheet.savedParticular(saved[place].at);
    });
    if (request.group) this.#groups.succeed(request.group);
    this.whenSaved();
  }

  /** It is not known whether it was stored: that shows at the next try. */
  #failed(/** @type {Request} */ request) {
    for (const change of request.changes) fields.lose(this.#recordOf(change), change.value);
    this.#pace.failed();
    this.#markDirty();
    if (request.group) this.#groups.fail(request.group, NO_CONNECTION);
  }

  /** The server answered. */
  #reached() {
    if (this.isFailing) this.#markDirty();
    this.#pace.reached();
  }

  /** Their state shows whether the server is there. */
  #markDirty() {
    for (const record of this.sheet.records) if (fields.isDirty(record)) this.sheet.mark(record);
  }

  #refused(/** @type {Request} */ request, /** @type {Refusal["error"]} */ error) {
    this.#reached();
    const { changes, group } = request;
    const named = changes.find((change) => change.subject === error.subject && change.field === error.field);
    const isSettled = named && error.code === "conflict" && !this.#conflicts(named, error, group);
    if (isSettled) return; // it goes again, after what was not known before
    if (group) this.#groups.fail(group, error.message);
    else if (error.code === "locked" || error.code === "not-found") this.#refuseAll(error.message);
    else if (named && error.code === "conflict") return;
    else if (named || changes.length === 1) this.#refuse(named ?? changes[0], error.message);
    else this.#most = 1; // one by one, to find which it is
  }

  /** Whether a person has to choose, or of a group: whether it failed. */
  #conflicts(/** @type {Change} */ change, /** @type {Refusal["error"]} */ error, /** @type {Group | null} */ group) {
    const record = this.#recordOf(change);
    const { theirs: value, event = 0, at = "", author = "" } = error;
    if (value === undefined) return group !== null || this.#refuse(change, error.message);
    const theirs = fields.theirsOf({ value, event, at, author });
    const isConflict = fields.takeConflict(record, change, theirs);
    if (isConflict && group) {
      record.conflict = null;
      fields.hold(record, theirs);
    }
    return isConflict;
  }

  /** Refuse this text, unless another one stands there by now. */
  #refuse(/** @type {Change} */ change, /** @type {string} */ message) {
    const record = this.#recordOf(change);
    if (record.value === change.value) fields.refuse(record, message, false);
    return true;
  }

  #refuseAll(/** @type {string} */ message) {
    for (const record of this.sheet.records) {
      if (!this.#isWaiting(record)) continue;
      fields.refuse(record, message, true);
      this.sheet.touch(record);
    }
  }

  #recordOf(/** @type {Change} */ change) {
    return this.sheet.at(change.subject, change.field);
  }
}
