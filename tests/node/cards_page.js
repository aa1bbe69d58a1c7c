// @ts-check
// A page of cards in jsdom with a fake engine, and a clock that only moves when a test says so.

import { JSDOM } from "jsdom";
import { CardsPage } from "../../app_pages/cards/browser/view/page.js";
import { FakeEngine } from "./fake_engine.js";

/** @import { CardData, FieldData, LevelData, PageData, StoredValue } from "../../app_pages/cards/browser/contract.d.ts" */

process.env.TZ = "Europe/Amsterdam";
export const NOW = Date.parse("2026-11-30T13:10:00Z");
const GLOBALS = ["document", "Element", "HTMLElement", "HTMLInputElement", "Text", "Event", "KeyboardEvent"];

/** @type {LevelData[]} */
export const LEVELS = [
  { id: "niet-geregeld", number: 0, label: "Niet geregeld", meaning: "We doen het niet." },
  { id: "soms", number: 1, label: "Soms", meaning: "Het gebeurt soms." },
  { id: "deels-geregeld", number: 2, label: "Deels geregeld", meaning: "Er zijn afspraken." },
  { id: "geregeld", number: 3, label: "Geregeld", meaning: "Het staat op papier." },
  { id: "geborgd", number: 4, label: "Geborgd", meaning: "We controleren het." },
  { id: "weet-ik-niet", number: null, label: "Weet ik niet", meaning: "Dit moet ik navragen." },
  { id: "niet-van-toepassing", number: null, label: "Niet van toepassing", meaning: "Dit geldt niet voor ons." },
];

/** @param {number} number @returns {CardData} */
export function norm(number) {
  const code = `3.0${number}`;
  const fields = /** @type {FieldData[]} */ ([
    { name: "niveau", kind: "level", label: `Niveau van norm ${code}` },
    {
      name: "nvt_reden",
      kind: "text",
      label: `Waarom is norm ${code} niet van toepassing?`,
      onlyWhen: { field: "niveau", value: "niet-van-toepassing" },
      whenEmpty: "Zonder reden telt deze norm als open.",
    },
    { name: "anders", kind: "text", label: `Anders geregeld bij ${code}, namelijk …`, opener: "Anders geregeld?" },
    { name: "was", kind: "text", label: `Hoe gaat het nu? Het ‘was’ van ${code}`, longest: 100 },
    { name: "bewijs", kind: "text", label: `Bewijs bij ${code}`, isFolded: true },
    { name: "bewijs_link", kind: "line", label: `Link bij ${code}`, isFolded: true },
    {
      name: "zekerheid",
      kind: "choice",
      label: `Hoe zeker is ${code}?`,
      isFolded: true,
      options: [["weten", "We weten het"]],
    },
    {
      name: "ambitie",
      kind: "choice",
      label: `Ambitie voor ${code}`,
      isFolded: true,
      target: 3,
      empty: "Het streefniveau: 3 · Geregeld",
      options: LEVELS.filter((each) => each.number).map((each) => [each.id, each.label]),
    },
    { name: "herbevestigen", kind: "hidden", label: "" },
  ]);
  const introHtml = '<p class="ww-statement">De norm.</p>';
  return {
    subject: `norm-${number}`,
    kind: "norm",
    code,
    title: `Titel ${number}`,
    introHtml,
    detailsHtml: "",
    fields,
    folded: false,
  };
}

/** @param {string} id @returns {CardData} */
export function action(id) {
  const fields = /** @type {FieldData[]} */ ([
    { name: "wat", kind: "text", label: "Wat gaat er gebeuren?" },
    {
      name: "normen",
      kind: "several",
      label: "Voor welke normen?",
      options: [
        ["norm-1", "3.01 Titel een"],
        ["norm-2", "3.02 Titel twee"],
        ["norm-9", "G.04 Titel negen"],
      ],
    },
    { name: "eigenaar_rol", kind: "choice", label: "Wie?", options: [["hoofd", "afdelingshoofd"]] },
    { name: "eigenaar_naam", kind: "line", label: "Naam" },
    { name: "datum", kind: "day", label: "Wanneer?" },
    {
      name: "status",
      kind: "choice",
      label: "Hoe staat het ermee?",
      empty: "Nog niet begonnen",
      options: [["klaar", "Klaar"]],
    },
    { name: "verwijderd", kind: "hidden", label: "" },
  ]);
  return {
    subject: `actie:${id}`,
    kind: "action",
    code: "",
    title: "",
    introHtml: "",
    detailsHtml: "",
    fields,
    folded: true,
  };
}

/** @param {string} subject @returns {CardData} */
export function step(subject) {
  const fields = /** @type {FieldData[]} */ ([
    { name: "wat", kind: "text", label: "Wat gebeurt er in processtap {n}?" },
    { name: "verschil", kind: "mark", label: "Processtap {n} wijkt af" },
    { name: "plaats", kind: "hidden", label: "" },
    { name: "verwijderd", kind: "hidden", label: "" },
  ]);
  return { subject, kind: "process", code: "", title: "", introHtml: "", detailsHtml: "", fields, folded: false };
}

/** @param {Partial<PageData>} more @returns {PageData} */
export function pageData(more = {}) {
  return {
    assessment: "a1",
    page: "stap-3",
    title: "Normen van stap 3",
    readOnly: false,
    oneAtATime: false,
    tellsSaves: false,
    levels: LEVELS,
    cards: [norm(1), norm(2), norm(3)],
    row: null,
    copiedBar: false,
    lead: "",
    fieldNames: {
      norm: {
        niveau: "het niveau",
        was: "hoe het nu gaat",
        bewijs: "het bewijs",
        bewijs_link: "de link",
        zekerheid: "de zekerheid",
        ambitie: "de ambitie",
      },
      action: { wat: "wat er gebeurt", normen: "de normen", datum: "de datum" },
      process: { plaats: "de plaats" },
      particulars: {},
    },
    state: state({}),
    ...more,
  };
}

/** What is stored: plain texts by subject and field. @param {Record<string, Record<string, string>>} values */
export function state(values) {
  const stored = (/** @type {string} */ value) =>
    /** @type {StoredValue} */ ({ value, event: 3, at: "2026-11-30T13:03:00Z", warnings: [] });
  const bySubject = Object.entries(values).map(([subject, fields]) => [
    subject,
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, stored(value)])),
  ]);
  return { latest: 3, values: Object.fromEntries(bySubject), particulars: {}, particularsAt: null, details: "d" };
}

/**
 * @param {Partial<PageData>} [more]
 * @param {{ width?: number, before?: (engine: FakeEngine) => void, html?: string, kept?: Record<string, string> }} [how]
 */
export function open(more = {}, { width = 1200, before = () => {}, html = "", kept = {} } = {}) {
  const { window } = new JSDOM(`<!doctype html><main><div id="root"></div></main>${html}`, {
    url: "http://localhost/stap-3",
  });
  for (const name of GLOBALS)
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  Object.defineProperty(globalThis, "window", { value: window, configurable: true, writable: true });
  Object.defineProperty(window, "innerWidth", { value: width });
  window.HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  window.HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new window.Event("close"));
  };
  for (const [key, value] of Object.entries(kept)) window.localStorage.setItem(key, value);
  const engine = new FakeEngine();
  before(engine);
  /** @type {[string, unknown][]} */
  const told = [];
  const clock = makeClock();
  const root = /** @type {HTMLElement} */ (window.document.querySelector("#root"));
  const parts = {
    now: () => NOW,
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    storage: window.localStorage,
  };
  const page = new CardsPage(root, pageData(more), (name, value) => void told.push([name, value]), engine, parts);
  return { page, engine, root, told, window, clock };
}

function makeClock() {
  /** @type {Map<number, () => void>} */
  const waiting = new Map();
  let last = 0;
  return {
    setTimeout: (/** @type {() => void} */ act) => waiting.set(++last, act) && last,
    clearTimeout: (/** @type {unknown} */ timer) => void waiting.delete(/** @type {number} */ (timer)),
    /** All that waits happens now. */
    run() {
      const due = [...waiting.values()];
      waiting.clear();
      for (const act of due) act();
    },
  };
}

/** @param {ParentNode} root @param {string} selector */
export function find(root, selector) {
  const found = /** @type {HTMLElement | null} */ (root.querySelector(selector));
  if (!found) throw new Error(`nothing fits ${selector}`);
  return found;
}

/** @param {ParentNode} root @param {string} subject */
export const card = (root, subject) => find(root, `[data-subject="${subject}"]`);

/** The input of a field. @param {ParentNode} root @param {string} subject @param {string} field */
export const input = (root, subject, field) =>
  /** @type {HTMLInputElement} */ (find(card(root, subject), `[data-field="${field}"] :is(input, textarea, select)`));

/** @param {ParentNode} root @param {string} subject @param {string} level */
export const radio = (root, subject, level) =>
  /** @type {HTMLInputElement} */ (find(card(root, subject), `[data-field="niveau"] input[value="${level}"]`));

/** @param {ParentNode} root @param {string} text */
export function button(root, text) {
  const found = [...root.querySelectorAll("button")].find(
    (each) => each.textContent === text && !each.closest("[hidden]"),
  );
  if (!found) throw new Error(`no button says ${text}`);
  return found;
}

/** @param {HTMLInputElement} element @param {string} text */
export function typeIn(element, text) {
  element.focus();
  element.value = text;
  element.dispatchEvent(new window.Event("input", { bubbles: true }));
}

/** @param {HTMLInputElement} element @param {string} value */
export function select(element, value) {
  element.value = value;
  element.dispatchEvent(new window.Event("change", { bubbles: true }));
}

/** Press a key where the focus is; whether the page did nothing with it. @param {string} key @param {string} [type] */
export function press(key, type = "keydown") {
  const event = new window.KeyboardEvent(type, { key, bubbles: true, cancelable: true });
  return /** @type {Element} */ (document.activeElement).dispatchEvent(event);
}

/** @param {ParentNode} root @param {string} subject */
export function status(root, subject) {
  const line = find(card(root, subject), ".ww-status");
  return [line.dataset.state, line.textContent];
}

/** Everything that waits for an answer goes on. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
