// @ts-check
// What others save: asked every few seconds, while a page that shows it is visible.

import { newsOf } from "./address.js";

/** @import { EngineParts, News, Progress } from "./contract" */
/** @import { Sheet } from "./sheet.js" */

const EVERY = 4000;
/** After a save, so that several in a row are asked about once. */
const AFTER_SAVE = 250;

export class Watch {
  /** @type {Sheet | null} */
  #sheet = null;
  #page = "";
  #isPaused = false;
  #isAsking = false;
  #isProgressDue = false;
  /** @type {unknown} */
  #timer = null;
  /** @type {string[]} */
  looking = [];
  /** @type {Progress | null} */
  progress = null;
  isOutdated = false;
  isFailing = false;

  /**
   * @param {EngineParts} parts
   * @param {(isBack: boolean) => void} whenChanged Something above is another; `isBack`: the server is there again.
   */
  constructor(parts, whenChanged) {
    this.parts = parts;
    this.whenChanged = whenChanged;
  }

  /** Look for this page, beginning now. */
  start(/** @type {Sheet} */ sheet, /** @type {string} */ page) {
    if (sheet !== this.#sheet) Object.assign(this, { looking: [], progress: null });
    this.#sheet = sheet;
    this.#page = page;
    this.isOutdated = false;
    this.#isProgressDue = true;
    this.#plan(0);
  }

  stop() {
    this.#sheet = null;
    this.parts.clearTimeout(this.#timer);
  }

  pause() {
    this.#isPaused = true;
    this.parts.clearTimeout(this.#timer);
  }

  resume() {
    this.#isPaused = false;
    this.#plan(0);
  }

  /** Something of this sheet was saved: progress and what follows from it are another. */
  saved(/** @type {Sheet} */ sheet) {
    if (sheet !== this.#sheet) return;
    this.#isProgressDue = true;
    this.#plan(AFTER_SAVE);
  }

  #plan(/** @type {number} */ wait) {
    this.parts.clearTimeout(this.#timer);
    if (!this.#sheet || this.#isPaused) return;
    this.#timer = this.parts.setTimeout(() => void this.#ask(), wait);
  }

  async #ask() {
    const sheet = this.#sheet;
    if (!sheet || this.#isAsking) return;
    this.#isAsking = true;
    const isProgressAsked = this.#isProgressDue;
    this.#isProgressDue = false;
    const { latest: after, particularsSaved } = sheet;
    const question = { after, page: this.#page, isProgressAsked };
    const news = await newsOf(this.parts, sheet.assessment, question).catch(() => null);
    this.#isAsking = false;
    if (!news) this.#isProgressDue ||= isProgressAsked;
    if (sheet === this.#sheet) this.#take(sheet, news, particularsSaved);
    this.#plan(!news || (sheet === this.#sheet && !this.#isProgressDue) ? EVERY : 0);
  }

  #take(/** @type {Sheet} */ sheet, /** @type {News | null} */ news, /** @type {number} */ particularsSaved) {
    const before = this.#face();
    const wasFailing = this.isFailing;
    this.isFailing = !news;
    if (news) {
      this.isOutdated = sheet.takeNews(news, particularsSaved);
      this.looking = news.looking ?? [];
      this.progress = news.progress ?? this.progress;
      sheet.tell();
    }
    if (this.#face() !== before) this.whenChanged(wasFailing && !this.isFailing);
  }

  #face() {
    return JSON.stringify([this.looking, this.progress, this.isOutdated, this.isFailing]);
  }
}
