// @ts-check
// The part of every page that runs in the visitor's browser, from the first byte (see asgi.py).
//
// 1. Language: <html lang="nl"> and Dutch for Streamlit's own words (dictionary in dutch.json).
// 2. Links of ours lead to another page without loading the app anew; counts beside those of the sidebar.
// 3. After a click that made or removed something, the focus goes where the server says.
// 4. The name under which changes are kept, in a cookie.
//
// It leans on Streamlit's page structure (data-testid); tests/browser guards every assumption.

import dictionary from "./dutch.json" with { type: "json" };

/** @type {{ words: Record<string, string>, patterns: [string, string][], months: Record<string, string> }} */
const DUTCH = /** @type {any} */ (dictionary);
const WORDS = new Map(Object.entries(DUTCH.words));
const PATTERNS = DUTCH.patterns.map(([pattern, text]) => ({ pattern: new RegExp(pattern), text }));
const MONTH = new RegExp(`\\b(${Object.keys(DUTCH.months).join("|")})\\b`, "g");
const TRANSLATED_ATTRIBUTES = ["aria-label", "aria-valuetext", "title", "placeholder", "data-tooltip", "alt"];
const OWN_TEXT =
  'textarea, input, .ww-cards, [data-testid="stMarkdownContainer"], [data-testid="stHtml"], [data-testid="stCode"], [data-testid="stIconMaterial"]';
const BUILT_IN_TEXT = '[data-testid="stFileUploaderDropzone"] [data-testid="stMarkdownContainer"]';
const FOLLOW_AGAIN_MS = 3000; // drawing after a click is done by then

// ---------------------------------------------------------------- language

/** @param {string} text @returns {string | null} */
function translate(text) {
  const trimmed = text.trim();
  if (!trimmed) return null;
  const word = WORDS.get(trimmed);
  if (word !== undefined) return text.replace(trimmed, word);
  for (const { pattern, text: dutch } of PATTERNS) {
    if (pattern.test(trimmed))
      return trimmed.replace(pattern, dutch).replace(MONTH, (name) => DUTCH.months[name] ?? name);
  }
  return null;
}

/** @param {Node} node */
function translateTree(node) {
  if (node instanceof Text) return translateText(node);
  if (!(node instanceof Element) || node.matches("script, style, .ww-cards")) return;
  for (const name of TRANSLATED_ATTRIBUTES) {
    const text = node.getAttribute(name) ?? "";
    const dutch = translate(text);
    if (dutch !== null && dutch !== text) node.setAttribute(name, dutch);
  }
  for (const child of node.childNodes) translateTree(child);
}

/** @param {Text} node */
function translateText(node) {
  const parent = node.parentElement;
  if (parent?.closest(OWN_TEXT) && !parent.closest(BUILT_IN_TEXT)) return;
  const dutch = translate(node.data);
  if (dutch !== null && dutch !== node.data) node.data = dutch;
}

// ---------------------------------------------------------------- links and the sidebar

// Counts per page ("stap-1=3/14 …") stand in one place; here they go beside the links.
function refreshCounts() {
  const counts = /** @type {HTMLElement | null} */ (document.querySelector(".ww-progress"))?.dataset.counts ?? "";
  for (const pair of counts.split(" ").filter(Boolean)) {
    const [page = "", count = ""] = pair.split("=");
    for (const place of document.querySelectorAll(`.ww-count[data-page="${page}"]`)) {
      if (place.textContent !== count) place.textContent = count;
    }
    for (const place of document.querySelectorAll(`[data-filled="${page}"]`)) showFilled(place, count);
  }
}

// A part of the picture of the steps, in the words of reporting/progress.py.
/** @param {Element} place @param {string} count such as "3/14" */
function showFilled(place, count) {
  const [done = 0, total = 0] = count.split("/").map(Number);
  const [bar, words] = [place.querySelector("progress"), place.querySelector("span")];
  const text = done === total ? `alle ${total} ingevuld` : `${done} van ${total} ingevuld`;
  if (bar && bar.value !== done) bar.value = done;
  if (words && words.textContent !== text) words.textContent = text;
}

// A link of ours leads to another page as the back button does: Streamlit follows the address, nothing is loaded anew.
/** @param {MouseEvent} event */
function followLink(event) {
  const link =
    event.target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (event.target.closest("a.ww-nav")) : null;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented || link.origin !== location.origin) return;
  event.preventDefault();
  if (link.href !== location.href) history.pushState(null, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate", { state: null }));
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}

// ---------------------------------------------------------------- leading the reader

/** @type {Map<string, number>} occasion -> when it was first followed */
const followed = new Map();

// Once per occasion; and again when what is drawn next takes the focus away, while nobody has moved it.
function followLead() {
  for (const lead of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ww-lead"))) {
    const { occasion = "", target: wanted = "" } = lead.dataset;
    const target = /** @type {HTMLElement | null} */ (lead.closest('[class*="st-key-norm-"]')?.querySelector(wanted));
    const since = followed.get(occasion);
    const isLost = document.activeElement === document.body && performance.now() - (since ?? 0) < FOLLOW_AGAIN_MS;
    if (!target || (since !== undefined && !isLost)) continue;
    if (since === undefined) followed.set(occasion, performance.now());
    target.focus();
    target.scrollIntoView({ block: "center" });
  }
}

// ---------------------------------------------------------------- once per page load

/** @param {MutationRecord[]} changes */
function translateChanges(changes) {
  for (const change of changes) {
    if (change.type === "childList") change.addedNodes.forEach(translateTree);
    else translateTree(change.target);
  }
}

let isScheduled = false;

function refreshSoon() {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    refreshCounts();
    rememberAuthor();
    followLead();
  });
}

function start() {
  document.documentElement.lang = "nl";
  document.documentElement.dataset.wasWordt = "klaar"; // a browser test waits for it
  document.addEventListener("click", followLink);
  translateTree(document.head.querySelector("title") ?? document.body);
  translateTree(document.body);
  new MutationObserver((changes) => {
    translateChanges(changes);
    refreshSoon();
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...TRANSLATED_ATTRIBUTES, "data-counts", "data-author"],
  });
  refreshSoon();
}

// The name under which changes are kept stands in the sidebar; the browser keeps it in a cookie, and sends it along.
function rememberAuthor() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector(".ww-sidebar[data-author-cookie]"));
  const { authorCookie: name = "", author: value = "" } = place?.dataset ?? {};
  const wanted = `${name}=${value}`;
  if (!name || document.cookie.split("; ").includes(wanted) || (!value && !document.cookie.includes(`${name}=`)))
    return;
  document.cookie = `${wanted}; path=/; max-age=${value ? 31536000 : 0}; SameSite=Strict`;
}

start();
