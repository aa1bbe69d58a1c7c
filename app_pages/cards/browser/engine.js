// @ts-check
// The engine of the cards: takes in what is typed and chosen, keeps it, sends it, and takes in what others save.
// It knows no page: what a card looks like is the view's.
//
// A text stands in one of these places until the server holds it: a draft in the storage of this browser, a conflict
// or a refusal that a person settles. Drafts of tabs that are gone are put back by the next one that opens.

import { historyOf } from "./address.js";
import { Drafts } from "./drafts.js";
import * as fields from "./fields.js";
import { Queue } from "./queue.js";
import { Sheet } from "./sheet.js";
import { createTabs } from "./tabs.js";
import { listen } from "./visit.js";
import { Watch } from "./watch.js";

/** @import { Engine, EngineParts, FieldState, Listener, StateData } from "./contract" */
/** @import { FieldRecord } from "./fields.js" */

/**
 * An engine whose page can be hidden.
 * @typedef {Engine & { pause(): void, resume(): void }} PageEngine
 */

/** Milliseconds after which a tab that crashed counts as gone everywhere; see tabs.js. */
const SURELY_GONE = 16_000;

/** @implements {PageEngine} */
class CardsEngine {
  /** @type {Map<string, Queue>} By assessment; one that is left goes on sending. */
  #queues = new Map();
  /** @type {Queue | null} */
  #current = null;
  /** @type {Set<Listener>} */
  #listeners = new Set();
  #survival = { used: 0 };
  /** @type {unknown} */
  #look = null;

  constructor(/** @type {EngineParts} */ parts) {
    this.parts = parts;
    this.drafts = new Drafts(parts.storage, parts.tabs.mine);
    this.watch = new Watch(parts, (isBack) => {
      this.#tell(this.watch.isOutdated ? null : new Set());
      if (isBack) this.flush();
    });
  }

  get looking() {
    return this.watch.looking;
  }

  get progress() {
    return this.watch.progress;
  }

  get isOutdated() {
    return this.watch.isOutdated;
  }

  get keepsDrafts() {
    return this.drafts.isKeeping;
  }

  get isOffline() {
    return this.watch.isFailing || (this.#current?.isFailing ?? false);
  }

  async open(/** @type {string} */ assessment, /** @type {string} */ page, /** @type {StateData} */ state) {
    const queue = this.#queueOf(assessment);
    if (this.#current !== queue) this.#leave();
    this.#current = queue;
    const wasOther = queue.sheet.details !== "" && queue.sheet.details !== state.details;
    queue.sheet.takeState(state);
    if (wasOther) queue.retry(true);
    queue.sheet.tell(true);
    this.watch.start(queue.sheet, page);
    await this.#recover(queue);
  }

  field(/** @type {string} */ subject, /** @type {string} */ field) {
    const record = this.#current?.sheet.find(subject, field) ?? fields.newRecord(subject, field);
    return this.#shown(record);
  }

  fields(/** @type {string} */ subject) {
    const records = this.#current?.sheet.records.filter((record) => record.subject === subject) ?? [];
    const shown = records.map((record) => /** @type {const} */ ([record.field, this.#shown(record)]));
    /** @type {Record<string, FieldState>} */
    const byField = Object.fromEntries(shown.filter(([, state]) => state.state !== "empty"));
    return byField;
  }

  type(/** @type {string} */ subject, /** @type {string} */ field, /** @type {string} */ value) {
    this.#opened.edit(this.#opened.sheet.at(subject, field), value, true);
  }

  choose(/** @type {string} */ subject, /** @type {string} */ field, /** @type {string} */ value) {
    this.#opened.edit(this.#opened.sheet.at(subject, field), value, false);
  }

  together(/** @type {{ subject: string, field: string, value: string }[]} */ values) {
    return this.#opened.together(values);
  }

  settle(/** @type {string} */ subject, /** @type {string} */ field, /** @type {"mine" | "theirs" | "both"} */ choice) {
    this.#change(subject, field, (record) => fields.settle(record, choice, this.parts.now()));
  }

  discard(/** @type {string} */ subject, /** @type {string} */ field) {
    this.#change(subject, field, fields.discard);
  }

  retry() {
    for (const queue of this.#queues.values()) queue.retry();
  }

  flush(leaving = false) {
    for (const queue of this.#queues.values()) {
      if (leaving) queue.leave();
      else queue.flush();
    }
  }

  hasUnsaved() {
    return [...this.#queues.values()].some((queue) => queue.sheet.records.some(fields.isUnsaved));
  }

  unsaved() {
    const isOffline = this.#current?.isFailing ?? false;
    const records = this.#current?.sheet.records ?? [];
    return records
      .filter(fields.isUnsaved)
      .map((record) => ({ ...pick(record), state: fields.stateOf(record, isOffline) }))
      .filter(({ state }) => state !== "waiting");
  }

  /** With the words that were typed last: those are sent first, unless there is no connection. */
  async history(/** @type {string} */ subject) {
    const queue = this.#opened;
    queue.flush();
    await this.#until(() => queue.isFailing || !queue.isSending(subject));
    return historyOf(this.parts, queue.sheet.assessment, subject);
  }

  focus(/** @type {{ subject: string, field: string } | null} */ at) {
    const sheet = this.#current?.sheet;
    sheet?.focus(at);
    sheet?.tell();
  }

  subscribe(/** @type {Listener} */ listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close() {
    this.watch.stop();
    this.#current?.flush();
  }

  /** The page cannot be seen: no news. */
  pause() {
    this.watch.pause();
  }

  /** The page is seen again, perhaps after another tab took over its drafts. */
  resume() {
    for (const { sheet } of this.#queues.values()) {
      for (const record of sheet.records) if (fields.isUnsaved(record)) sheet.touch(record);
    }
    this.watch.resume();
    this.flush();
  }

  get #opened() {
    if (!this.#current) throw new Error("no assessment is open");
    return this.#current;
  }

  #queueOf(/** @type {string} */ assessment) {
    const found = this.#queues.get(assessment);
    if (found) return found;
    const sheet = new Sheet(assessment, this.drafts, (subjects) => {
      if (this.#current?.sheet === sheet) this.#tell(subjects);
    });
    const queue = new Queue(sheet, this.parts, this.#survival, () => this.watch.saved(sheet));
    this.#queues.set(assessment, queue);
    return queue;
  }

  #leave() {
    this.#current?.sheet.focus(null);
    this.#current?.flush();
  }

  /** Put back and send what tabs left that are gone; looks again later while there are drafts of other tabs. */
  async #recover(/** @type {Queue} */ queue) {
    const { assessment } = queue.sheet;
    const open = await this.parts.tabs.open().catch(() => null);
    const gone = this.drafts.ofOthers(assessment).filter((kept) => open && !open.includes(kept.tab));
    if (queue.sheet.recover(gone)) queue.atOnce();
    queue.sheet.tell();
    if (queue !== this.#current) return;
    this.parts.clearTimeout(this.#look);
    const isLeft = this.drafts.ofOthers(assessment).length > 0;
    if (isLeft) this.#look = this.parts.setTimeout(() => void this.#recover(queue), SURELY_GONE);
  }

  /** Looks at each change. */
  #until(/** @type {() => boolean} */ isSo) {
    return new Promise((/** @type {(nothing: void) => void} */ resolve) => {
      const look = () => {
        if (!isSo()) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  #change(
    /** @type {string} */ subject,
    /** @type {string} */ field,
    /** @type {(record: FieldRecord) => void} */ act,
  ) {
    const queue = this.#opened;
    const record = queue.sheet.at(subject, field);
    act(record);
    queue.touch(record);
    queue.sheet.tell();
    queue.atOnce();
  }

  #shown(/** @type {FieldRecord} */ record) {
    return fields.shown(record, this.#current?.isFailing ?? false);
  }

  /** A listener that fails is a bug of its own: sending goes on. */
  #tell(/** @type {Set<string> | null} */ subjects) {
    for (const listener of this.#listeners) {
      try {
        listener(subjects);
      } catch (error) {
        console.error(error);
      }
    }
  }
}

function pick(/** @type {FieldRecord} */ { subject, field, value }) {
  return { subject, field, value };
}

/** @returns {PageEngine} */
export function createEngine(/** @type {EngineParts} */ parts) {
  return new CardsEngine(parts);
}

const KEY = Symbol.for("was-wordt engine");

/**
 * The engine of this page of the browser, made once: cards come and go, and what they did not send yet stays.
 * @returns {PageEngine}
 */
export function browserEngine() {
  const page = /** @type {{ [KEY]?: PageEngine }} */ (globalThis);
  return (page[KEY] ??= newBrowserEngine());
}

function newBrowserEngine() {
  const storage = storageOrNone();
  const clock = {
    now: () => Date.now(),
    setTimeout: (/** @type {() => void} */ act, /** @type {number} */ ms) => window.setTimeout(act, ms),
    clearTimeout: (/** @type {any} */ timer) => window.clearTimeout(timer),
    setInterval: (/** @type {() => void} */ act, /** @type {number} */ ms) => window.setInterval(act, ms),
    clearInterval: (/** @type {any} */ timer) => window.clearInterval(timer),
  };
  const tabs = createTabs({ ...clock, locks: navigator.locks, storage });
  const engine = createEngine({ ...clock, fetch: window.fetch.bind(window), storage, tabs });
  listen(engine, tabs, window, document);
  return engine;
}

/** Asking for it may raise, when a browser blocks it. */
function storageOrNone() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
