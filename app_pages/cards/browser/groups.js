// @ts-check
// Fields that belong together: shown at once, stored all or none, and put back as they were when they are not stored.

import { changeOf, edit } from "./fields.js";

/** @import { FieldRecord } from "./fields.js" */
/** @import { Sheet } from "./sheet.js" */

/** @typedef {{ record: FieldRecord, value: string, before: string, wasTyped: boolean }} Member */

export class Group {
  /** @type {Member[]} */
  members;
  /** Requests under way; more than one when the page was about to go. */
  underWay = 0;
  /** @type {(message: string) => void} */
  #tellResult = () => {};
  /** "" when it was stored, why not otherwise. */
  result = new Promise((/** @type {(message: string) => void} */ resolve) => (this.#tellResult = resolve));

  /** Shows the new values. */
  constructor(
    /** @type {Sheet} */ sheet,
    /** @type {{ subject: string, field: string, value: string }[]} */ values,
    /** @type {number} */ at,
  ) {
    this.sheet = sheet;
    this.members = values.map(({ subject, field, value }) => {
      const record = sheet.at(subject, field);
      const member = { record, value, before: record.value, wasTyped: record.isTyped };
      edit(record, value, { isTyped: false, at });
      sheet.mark(record);
      return member;
    });
  }

  /** The text of this group for a record; undefined when it has none. */
  valueOf(/** @type {FieldRecord} */ record) {
    return this.members.find((member) => member.record === record)?.value;
  }

  /** Nothing else of its fields is under way. */
  get isFree() {
    return this.members.every(({ record }) => record.flying.length === 0);
  }

  get changes() {
    return this.members.map(({ record, value }) => ({ ...changeOf(record), value }));
  }

  succeed() {
    for (const { record } of this.members) this.sheet.touch(record);
    this.#tellResult("");
  }

  /** Back to what it was, except where the user went on typing. */
  fail(/** @type {string} */ message) {
    for (const { record, value, before, wasTyped } of this.members) {
      if (record.value === value) Object.assign(record, { value: before, isTyped: wasTyped });
      record.isDue = true;
      this.sheet.touch(record);
    }
    this.#tellResult(message);
  }
}

/** The groups that are not stored yet; each is built on what the one before it shows. */
export class Groups {
  /** @type {Group[]} */
  waiting = [];

  add(
    /** @type {Sheet} */ sheet,
    /** @type {{ subject: string, field: string, value: string }[]} */ values,
    /** @type {number} */ at,
  ) {
    const group = new Group(sheet, values, at);
    this.waiting.push(group);
    return group;
  }

  /** The one to send now, if any. */
  get next() {
    return this.waiting[0]?.isFree ? this.waiting[0] : null;
  }

  has(/** @type {FieldRecord} */ record) {
    return this.waiting.some((group) => group.valueOf(record) !== undefined);
  }

  /** Whether the screen shows what a group made of it. */
  shows(/** @type {FieldRecord} */ record) {
    return this.waiting.some((group) => group.valueOf(record) === record.value);
  }

  /** It is stored; said once, however often it was sent. */
  succeed(/** @type {Group} */ group) {
    if (!this.waiting.includes(group)) return;
    this.waiting = this.waiting.filter((each) => each !== group);
    group.succeed();
  }

  /** It is not stored, unless another request of it is: those after it fail with it, the newest first. */
  fail(/** @type {Group} */ group, /** @type {string} */ message) {
    const place = this.waiting.indexOf(group);
    if (place < 0 || group.underWay > 0) return;
    const failed = this.waiting.splice(place).reverse();
    for (const each of failed) each.fail(message);
  }
}
