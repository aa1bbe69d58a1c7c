// @ts-check
// Dutch as it should read: moments, dates, lists and names. Pure.

/** @import { LevelData } from "../contract.d.ts" */

const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
const LONGEST_MENTION = 90; // of a text where it is only mentioned

const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, "0");
const clock = (/** @type {Date} */ moment) => `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;

/**
 * A stored moment: "om 14:03" today, "op 3 maart om 14:03" on another day, with the year in another year.
 * @param {string} at UTC, ISO 8601
 * @param {number} now
 */
export function momentText(at, now) {
  const [moment, today] = [new Date(at), new Date(now)];
  if (moment.toDateString() === today.toDateString()) return `om ${clock(moment)}`;
  const year = moment.getFullYear() === today.getFullYear() ? "" : ` ${moment.getFullYear()}`;
  return `op ${moment.getDate()} ${MONTHS[moment.getMonth()]}${year} om ${clock(moment)}`;
}

/**
 * A day in full: "2 november 2026"; the text itself when it is no day.
 * @param {string} day "2026-11-02"
 */
export function dateText(day) {
  const [year, month, number] = day.split("-").map(Number);
  return month && number && MONTHS[month - 1] ? `${number} ${MONTHS[month - 1]} ${year}` : day;
}

/**
 * The day of a moment where the browser is, as it is stored.
 * @param {number} now
 */
export function dayOf(now) {
  const today = new Date(now);
  return `${today.getFullYear()}-${twoDigits(today.getMonth() + 1)}-${twoDigits(today.getDate())}`;
}

/**
 * "a", "a en b", "a, b en c".
 * @param {readonly string[]} items
 */
export function listed(items) {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} en ${items[items.length - 1]}`;
}

/** @param {string} text */
export const withCapital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * A name without its article: "het bewijs" is "bewijs", "hoe het nu gaat" stays.
 * @param {string} name
 */
export const withoutArticle = (name) => name.replace(/^(de|het) /, "");

/**
 * @param {number} number
 * @param {string} singular
 * @param {string} plural
 */
export const counted = (number, singular, plural) => `${number} ${number === 1 ? singular : plural}`;

/**
 * A level as it stands beside its button: number and name, or the name alone.
 * @param {LevelData} level
 */
export const levelLabel = (level) => (level.number === null ? level.label : `${level.number} · ${level.label}`);

/**
 * A text on one line and not too long, for where it is only mentioned; whole words.
 * @param {string} text
 */
export function shortened(text, longest = LONGEST_MENTION) {
  const line = text.split(/\s+/).join(" ").trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).trimEnd()}…`;
}

/**
 * " door Kwaliteit", or nothing when no name was given.
 * @param {string} author
 */
export const authorText = (author) => (author ? ` door ${author}` : "");
