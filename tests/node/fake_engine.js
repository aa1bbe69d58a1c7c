// @ts-check
// An engine without network or storage: it shows what a test sets, remembers what the view asked, and tells at once.

/** @import { Engine, FieldState, History, Listener, Progress, SaveState, StateData } from "../../app_pages/cards/browser/contract.d.ts" */

/** @typedef {{ subject: string, field: string, value: string }} Value */

/** @returns {FieldState} */
const empty = () => ({
  value: "",
  stored: "",
  event: 0,
  at: null,
  state: "empty",
  warnings: [],
  isRecovered: false,
  conflict: null,
  message: "",
  isFinal: false,
});

/** @implements {Engine} */
export class FakeEngine {
  /** @type {Map<string, FieldState>} */
  #states = new Map();
  /** @type {Set<Listener>} */
  #listeners = new Set();
  /** What the view asked, in order: ["choose", "norm", "niveau", "soms"]. @type {unknown[][]} */
  calls = [];
  /** @type {string[]} */
  looking = [];
  /** @type {Progress | null} */
  progress = null;
  isOutdated = false;
  keepsDrafts = true;
  isOffline = false;
  /** Why `together` fails; "" when it does not. */
  problem = "";
  /** @type {History} */
  stored = { events: [] };
  /** @type {ReturnType<Engine["unsaved"]>} */
  drafts = [];

  /** @param {string} _assessment @param {string} _page @param {StateData} state */
  async open(_assessment, _page, state) {
    for (const [subject, values] of Object.entries(state.values)) {
      for (const [field, value] of Object.entries(values)) {
        this.#put(subject, field, { ...value, stored: value.value, state: "stored" });
      }
    }
    this.tell(null);
  }

  /** Let a field be like this, and tell the view. @param {string} subject @param {string} field @param {Partial<FieldState>} state */
  set(subject, field, state) {
    this.#put(subject, field, state);
    this.tell(new Set([subject]));
  }

  /** @param {Set<string> | null} subjects */
  tell(subjects) {
    for (const listener of this.#listeners) listener(subjects);
  }

  /** @param {string} subject @param {string} field */
  field(subject, field) {
    return this.#states.get(JSON.stringify([subject, field])) ?? empty();
  }

  /** @param {string} subject */
  fields(subject) {
    const own = [...this.#states].map(([key, state]) => /** @type {const} */ ([JSON.parse(key), state]));
    /** @type {Record<string, FieldState>} */
    const found = Object.fromEntries(
      own.filter(([[each]]) => each === subject).map(([[, field], state]) => [field, state]),
    );
    return found;
  }

  /** @param {string} subject @param {string} field @param {string} value */
  type(subject, field, value) {
    this.calls.push(["type", subject, field, value]);
    this.set(subject, field, { value, state: "waiting", isRecovered: false });
  }

  /** @param {string} subject @param {string} field @param {string} value */
  choose(subject, field, value) {
    this.calls.push(["choose", subject, field, value]);
    this.set(subject, field, { value, state: "waiting" });
  }

  /** Shown at once; back to what it was when it fails. @param {Value[]} values */
  async together(values) {
    this.calls.push(["together", values]);
    const before = values.map(({ subject, field }) => this.field(subject, field));
    for (const { subject, field, value } of values) this.set(subject, field, { value, state: "waiting" });
    await Promise.resolve();
    values.forEach(({ subject, field, value }, index) =>
      this.set(
        subject,
        field,
        this.problem ? (before[index] ?? empty()) : { stored: value, state: "stored", event: 9 },
      ),
    );
    return this.problem;
  }

  /** @param {string} subject @param {string} field @param {"mine" | "theirs" | "both"} choice */
  settle(subject, field, choice) {
    this.calls.push(["settle", subject, field, choice]);
    const { conflict, value } = this.field(subject, field);
    const theirs = conflict?.theirs ?? "";
    const settled = { mine: value, theirs, both: `${theirs}\n\n${value}` }[choice];
    this.set(subject, field, { value: settled, conflict: null, state: "waiting" });
  }

  retry() {
    this.calls.push(["retry"]);
  }

  /** @param {string} subject @param {string} field */
  discard(subject, field) {
    this.calls.push(["discard", subject, field]);
    this.set(subject, field, {
      value: this.field(subject, field).stored,
      state: "stored",
      message: "",
      isFinal: false,
    });
  }

  flush(leaving = false) {
    this.calls.push(["flush", leaving]);
  }

  hasUnsaved() {
    return this.drafts.length > 0;
  }

  unsaved() {
    return this.drafts;
  }

  /** @param {string} subject */
  async history(subject) {
    this.calls.push(["history", subject]);
    return this.stored;
  }

  /** @param {{ subject: string, field: string } | null} at */
  focus(at) {
    this.calls.push(["focus", at]);
  }

  /** @param {Listener} listener */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close() {
    this.calls.push(["close"]);
  }

  /** What the view asked by this name, without the name. @param {string} name */
  asked(name) {
    return this.calls.filter(([each]) => each === name).map(([, ...rest]) => rest);
  }

  /** @param {string} subject @param {string} field @param {Partial<FieldState>} state */
  #put(subject, field, state) {
    /** @type {SaveState} */
    const usual = "stored";
    this.#states.set(JSON.stringify([subject, field]), { ...this.field(subject, field), state: usual, ...state });
  }
}
