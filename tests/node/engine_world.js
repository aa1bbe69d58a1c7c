// @ts-check
// A world without waiting: a clock, a storage, the address of answers, and tabs that can crash.

import { createEngine } from "../../app_pages/cards/browser/engine.js";

/** @import { Change, EngineParts, NewsEvent, Refusal, StateData } from "../../app_pages/cards/browser/contract" */

/** @typedef {{ status: number, body: unknown }} Answer */
/** @typedef {{ method: string, url: string, changes: Change[], keepalive: boolean, size: number, at: number }} Asked */
/**
 * What happens to a request: it works, never arrives, arrives but its answer does not, gets no answer at all, is
 * answered with something else, or works after a while.
 * @typedef {"works" | "down" | "lost" | "hangs" | Answer | { delay: number }} Fate
 */

const START = Date.parse("2026-03-02T09:00:00Z");
export const ID = "z1";

/** Let everything happen that needs no clock. */
export function settled() {
  return new Promise((resolve) => setImmediate(resolve));
}

export class Clock {
  time = START;
  #last = 0;
  /** @type {Map<number, { at: number, act: () => void }>} */
  #timers = new Map();

  setTimeout(/** @type {() => void} */ act, /** @type {number} */ ms) {
    this.#timers.set((this.#last += 1), { at: this.time + ms, act });
    return this.#last;
  }

  clearTimeout(/** @type {unknown} */ timer) {
    this.#timers.delete(/** @type {number} */ (timer));
  }

  async pass(/** @type {number} */ ms) {
    const until = this.time + ms;
    await settled();
    for (;;) {
      const next = [...this.#timers].filter(([, { at }]) => at <= until).sort((a, b) => a[1].at - b[1].at)[0];
      if (!next) break;
      this.#timers.delete(next[0]);
      this.time = next[1].at;
      next[1].act();
      await settled();
    }
    this.time = until;
  }
}

/** @implements {Storage} */
export class FakeStorage {
  /** @type {Map<string, string>} */
  texts = new Map();
  isFull = false;

  get length() {
    return this.texts.size;
  }

  key(/** @type {number} */ place) {
    return [...this.texts.keys()][place] ?? null;
  }

  getItem(/** @type {string} */ key) {
    return this.texts.get(key) ?? null;
  }

  setItem(/** @type {string} */ key, /** @type {string} */ text) {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.texts.set(key, text);
  }

  removeItem(/** @type {string} */ key) {
    this.texts.delete(key);
  }

  clear() {
    this.texts.clear();
  }

  /** Values of the drafts, in the order in which they were first written. */
  get drafts() {
    return [...this.texts]
      .filter(([key]) => key.startsWith("was-wordt-concept"))
      .map(([, text]) => JSON.parse(text).value);
  }
}

/** The address of answers, with compare-and-swap per field. */
export class Server {
  /** @type {Fate[]} Of the next saves, one each. */
  fates = [];
  /** @type {Fate} Of the saves after those. */
  fate = "works";
  /** @type {Fate} Of questions. */
  newsFate = "works";
  /** @type {Asked[]} */
  asked = [];
  /** @type {(NewsEvent & { assessment: string })[]} */
  events = [];
  /** @type {Record<string, string>} */
  particulars = {};
  /** @type {string | null} */
  particularsAt = null;
  /** @type {Refusal["error"] | null} Said to every save. */
  refusal = null;
  details = "volledig";
  /** @type {string[]} */
  looking = [];
  /** What is refused as a value. */
  isInvalid = (/** @type {Change} */ change) => change.value === "onzin";
  clean = (/** @type {string} */ text) => text.replace(/\r\n?/g, "\n").replace(/\u0007/g, "");

  constructor(/** @type {Clock} */ clock) {
    this.clock = clock;
  }

  get saves() {
    return this.asked.filter(({ method }) => method === "POST");
  }

  get questions() {
    return this.asked.filter(({ method }) => method === "GET");
  }

  get at() {
    return new Date(this.clock.time).toISOString();
  }

  current(/** @type {string} */ subject, /** @type {string} */ field, assessment = ID) {
    const all = this.events.filter((each) => each.assessment === assessment);
    return all.findLast((each) => each.subject === subject && each.field === field);
  }

  value(/** @type {string} */ subject, /** @type {string} */ field, assessment = ID) {
    return this.current(subject, field, assessment)?.value ?? "";
  }

  /** Somebody saves, past every rule. */
  put(
    /** @type {string} */ subject,
    /** @type {string} */ field,
    /** @type {string} */ value,
    author = "Sam",
    assessment = ID,
  ) {
    const event = this.events.length + 1;
    this.events.push({ subject, field, value, author, event, at: this.at, warnings: [], assessment });
    return event;
  }

  putParticular(/** @type {string} */ field, /** @type {string} */ value) {
    this.particulars = { ...this.particulars, [field]: value };
    this.particularsAt = this.at;
  }

  /** @returns {StateData} */
  state(assessment = ID) {
    /** @type {StateData["values"]} */
    const values = {};
    for (const { subject, field, value, event, at, warnings } of this.events.filter(
      (each) => each.assessment === assessment,
    )) {
      (values[subject] ??= {})[field] = { value, event, at, warnings };
    }
    const { particulars, particularsAt, details } = this;
    return { latest: this.events.length, values, particulars, particularsAt, details };
  }

  /** @returns {typeof fetch} As a tab of this user sees it. */
  fetch(/** @type {string} */ author, /** @type {() => boolean} */ isGone) {
    return async (address, init) => {
      const isSave = init?.method === "POST";
      const text = String(init?.body ?? "");
      const changes = isSave ? JSON.parse(text).changes : [];
      const size = new TextEncoder().encode(text).length;
      const { keepalive = false } = init ?? {};
      this.asked.push({
        method: init?.method ?? "GET",
        url: String(address),
        changes,
        keepalive,
        size,
        at: this.clock.time,
      });
      const fate = isSave ? (this.fates.shift() ?? this.fate) : this.newsFate;
      const answer = await this.#meet(fate, String(address), changes, author, isSave, init?.signal);
      if (isGone()) await new Promise(() => {});
      return /** @type {any} */ ({
        status: answer.status,
        json: async () => {
          if (typeof answer.body === "string") throw new SyntaxError("not JSON");
          return JSON.parse(JSON.stringify(answer.body));
        },
      });
    };
  }

  /** @returns {Promise<Answer>} */
  async #meet(
    /** @type {Fate} */ fate,
    /** @type {string} */ url,
    /** @type {Change[]} */ changes,
    /** @type {string} */ author,
    /** @type {boolean} */ isSave,
    /** @type {AbortSignal | null | undefined} */ signal,
  ) {
    if (fate === "down") throw new TypeError("Failed to fetch");
    if (fate === "hangs") await new Promise((_, reject) => signal?.addEventListener("abort", reject));
    if (typeof fate === "object" && "status" in fate) return fate;
    const assessment = url.split("/")[2].split("?")[0];
    const answer = isSave ? this.save(assessment, changes, author) : this.#news(assessment, url);
    if (fate === "lost") throw new TypeError("Failed to fetch");
    if (typeof fate === "object")
      await new Promise((resolve) => this.clock.setTimeout(() => resolve(null), fate.delay));
    return answer;
  }

  /** @returns {Answer} */
  save(/** @type {string} */ assessment, /** @type {Change[]} */ changes, /** @type {string} */ author) {
    if (this.refusal) return { status: 423, body: { error: this.refusal } };
    const before = [...this.events];
    const particulars = this.particulars;
    const saved = [];
    for (const change of changes) {
      const answer = this.#swap(assessment, change, author);
      if ("status" in answer) {
        Object.assign(this, { events: before, particulars });
        return answer;
      }
      saved.push(answer);
    }
    return { status: 200, body: { saved } };
  }

  #swap(/** @type {string} */ assessment, /** @type {Change} */ change, /** @type {string} */ author) {
    const { subject, field } = change;
    const value = this.clean(change.value);
    if (this.isInvalid(change)) return refused(422, { code: "invalid", message: "Dat kan niet.", subject, field });
    if (subject === "rapportgegevens") return this.#swapParticular(change, value);
    const now = this.current(subject, field, assessment);
    const isSame = (now?.value ?? "") === value;
    if (!isSame && (now?.event ?? 0) !== change.seen) {
      const { value: theirs, event, author: by, at } = now ?? { value: "", event: 0, author: "", at: "" };
      return refused(409, { code: "conflict", message: "Anders.", subject, field, theirs, event, author: by, at });
    }
    const event = isSame ? (now?.event ?? 0) : this.put(subject, field, value, author, assessment);
    return { subject, field, value, event, at: now?.at ?? this.at, warnings: [] };
  }

  #swapParticular(/** @type {Change} */ { subject, field, before }, /** @type {string} */ value) {
    const theirs = this.particulars[field] ?? "";
    if (theirs !== value && theirs !== before) {
      return refused(409, {
        code: "conflict",
        message: "Anders.",
        subject,
        field,
        theirs,
        event: 0,
        author: "",
        at: this.at,
      });
    }
    this.putParticular(field, value);
    return { subject, field, value, event: 0, at: this.at, warnings: [] };
  }

  /** @returns {Answer} */
  #news(/** @type {string} */ assessment, /** @type {string} */ url) {
    if (url.includes("/geschiedenis/")) {
      const subject = decodeURIComponent(url.split("/")[4]);
      const events = this.events
        .filter((each) => each.subject === subject)
        .map((each) => ({ ...each, origin: "hand" }));
      return { status: 200, body: { events: events.reverse() } };
    }
    const query = new URLSearchParams(url.split("?")[1]);
    const events = this.events.filter(
      (each) => each.assessment === assessment && each.event > Number(query.get("after")),
    );
    const progress = query.has("progress") ? { value: this.events.length, max: 100, lines: [], counts: {} } : null;
    const { particulars, particularsAt, details, looking } = this;
    return {
      status: 200,
      body: { latest: this.events.length, events, details, particulars, particularsAt, looking, progress },
    };
  }
}

/** @returns {Answer} */
function refused(/** @type {number} */ status, /** @type {Refusal["error"]} */ error) {
  return { status, body: { error } };
}

/** Everything that tabs of one browser share, and the server. */
export class World {
  clock = new Clock();
  server = new Server(this.clock);
  storage = new FakeStorage();
  /** @type {Set<string>} */
  open = new Set();
  #tabs = 0;

  /** A tab, not looking at anything yet; of another browser when it has another storage. */
  tab({ author = "Kim", storage = /** @type {Storage | null} */ (this.storage) } = {}) {
    const mine = `tab-${(this.#tabs += 1)}`;
    let isGone = false;
    this.open.add(mine);
    /** @type {EngineParts} */
    const parts = {
      fetch: this.server.fetch(author, () => isGone),
      storage,
      now: () => this.clock.time,
      setTimeout: (act, ms) => this.clock.setTimeout(() => isGone || act(), ms),
      clearTimeout: (timer) => this.clock.clearTimeout(timer),
      tabs: { mine, open: async () => [...this.open] },
    };
    const crash = () => {
      isGone = true;
      this.open.delete(mine);
    };
    return { engine: createEngine(parts), parts, crash };
  }

  /** A tab that shows the assessment as it is stored. */
  async opened(/** @type {{ author?: string, storage?: Storage | null }} */ how = {}) {
    const tab = this.tab(how);
    await tab.engine.open(ID, "stap-3", this.server.state());
    await this.clock.pass(0);
    return tab;
  }
}
