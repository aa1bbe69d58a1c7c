// @ts-check
// The address of answers: what goes there and what comes back, within a time.

/** @import { Change, EngineParts, History, News, Refusal, Saved } from "./contract" */

/**
 * What became of a save; of a failed one it is unknown whether it was stored.
 * @typedef {{ kind: "saved", saved: Saved[] }
 *   | { kind: "refused", error: Refusal["error"] }
 *   | { kind: "failed" }} Outcome
 */

/** Milliseconds after which an answer is not waited for. */
const PATIENCE = 20_000;
const HEADERS = { "content-type": "application/json", "x-was-wordt": "1" };
const TOO_LARGE = "Deze tekst is te groot om op te slaan. Maak de tekst korter.";
const NO_HISTORY = "De geschiedenis is nu niet op te halen. Probeer het later opnieuw.";

/** The body of a save, as text. */
export function bodyOf(/** @type {Change[]} */ changes) {
  return JSON.stringify({ changes });
}

/**
 * Save all of these or none; never raises. With `keepalive` it survives the page.
 * @param {EngineParts} parts
 * @param {string} assessment
 * @param {Change[]} changes
 * @param {boolean} keepalive
 * @returns {Promise<Outcome>}
 */
export async function save(parts, assessment, changes, keepalive) {
  const request = { method: "POST", headers: HEADERS, body: bodyOf(changes), keepalive };
  try {
    const { status, body } = await ask(parts, addressOf(assessment), request);
    return outcomeOf(status, body, changes);
  } catch {
    return { kind: "failed" };
  }
}

/** @returns {Outcome} */
function outcomeOf(/** @type {number} */ status, /** @type {any} */ body, /** @type {Change[]} */ changes) {
  if (status === 200 && isSaved(body?.saved, changes)) return { kind: "saved", saved: body.saved };
  const isRefused = typeof body?.error?.code === "string" && status >= 400 && status < 500;
  if (isRefused) return { kind: "refused", error: body.error };
  // A proxy before the server has a limit of its own, and words of its own.
  if (status === 413) return { kind: "refused", error: { code: "too-large", message: TOO_LARGE } };
  return { kind: "failed" };
}

function isSaved(/** @type {any} */ saved, /** @type {Change[]} */ changes) {
  return (
    Array.isArray(saved) &&
    saved.length === changes.length &&
    saved.every((each, place) => each.subject === changes[place].subject && each.field === changes[place].field)
  );
}

/**
 * What came after `after`; raises when it cannot be had.
 * @param {EngineParts} parts
 * @param {string} assessment
 * @param {{ after: number, page: string, isProgressAsked: boolean }} question
 * @returns {Promise<News>}
 */
export async function newsOf(parts, assessment, { after, page, isProgressAsked }) {
  const query = new URLSearchParams({ after: String(after), page, viewer: parts.tabs.mine });
  if (isProgressAsked) query.set("progress", "1");
  const { status, body } = await ask(parts, `${addressOf(assessment)}?${query}`, {});
  if (status !== 200 || !Array.isArray(body?.events)) throw new Error(`no news: ${status}`);
  return body;
}

/**
 * Raises an Error in Dutch when it cannot be had.
 * @param {EngineParts} parts
 * @param {string} assessment
 * @param {string} subject
 * @returns {Promise<History>}
 */
export async function historyOf(parts, assessment, subject) {
  const address = `${addressOf(assessment)}/geschiedenis/${encodeURIComponent(subject)}`;
  const { status, body } = await ask(parts, address, {}).catch(() => ({ status: 0, body: null }));
  if (status === 200 && Array.isArray(body?.events)) return body;
  throw new Error(body?.error?.message ?? NO_HISTORY);
}

function addressOf(/** @type {string} */ assessment) {
  return `/antwoorden/${encodeURIComponent(assessment)}`;
}

/**
 * Status and what was in the JSON, null when it was not JSON; raises when there is no answer in time.
 * @param {EngineParts} parts
 * @param {string} address
 * @param {RequestInit} request
 * @returns {Promise<{ status: number, body: any }>}
 */
async function ask(parts, address, request) {
  const abort = new AbortController();
  const timer = parts.setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await parts.fetch(address, { ...request, cache: "no-store", signal: abort.signal });
    return { status: response.status, body: await response.json().catch(() => null) };
  } finally {
    parts.clearTimeout(timer);
  }
}
