// @ts-check
// When to send: after a pause in typing, and again after a rest when it failed.

/** @import { EngineParts } from "./contract" */

/** Milliseconds after the last key, and after the first one that was not sent. */
const PAUSE = 500;
const LONGEST_PAUSE = 1500;
/** Milliseconds before another try: this, twice this, … */
const FIRST_REST = 1000;
const LONGEST_REST = 15_000;

export class Pace {
  /** @type {unknown} */
  #pause = null;
  /** @type {number | null} */
  #firstKey = null;
  /** @type {unknown} */
  #rest = null;
  #failures = 0;

  /**
   * @param {EngineParts} parts
   * @param {() => void} whenPaused The user stopped typing for a moment.
   * @param {() => void} whenRested It is time to try again.
   */
  constructor(parts, whenPaused, whenRested) {
    this.parts = parts;
    this.whenPaused = whenPaused;
    this.whenRested = whenRested;
  }

  get isFailing() {
    return this.#failures > 0;
  }

  /** Whether the next try is to be waited for. */
  get isResting() {
    return this.#rest !== null;
  }

  /** A key was pressed. */
  key() {
    const now = this.parts.now();
    this.#firstKey ??= now;
    const at = Math.min(now + PAUSE, this.#firstKey + LONGEST_PAUSE);
    this.parts.clearTimeout(this.#pause);
    this.#pause = this.parts.setTimeout(this.whenPaused, at - now);
  }

  /** Everything that was typed goes now. */
  sent() {
    this.parts.clearTimeout(this.#pause);
    this.#pause = this.#firstKey = null;
  }

  failed() {
    this.#failures += 1;
    if (this.isResting) return;
    const rest = Math.min(FIRST_REST * 2 ** (this.#failures - 1), LONGEST_REST);
    this.#rest = this.parts.setTimeout(() => {
      this.#rest = null;
      this.whenRested();
    }, rest);
  }

  /** The server answered. */
  reached() {
    this.#failures = 0;
    this.rested();
  }

  /** Do not wait for the next try. */
  rested() {
    this.parts.clearTimeout(this.#rest);
    this.#rest = null;
  }
}
