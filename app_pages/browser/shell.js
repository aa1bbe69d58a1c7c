// The part of the app that runs in the visitor's browser, mounted once.
//
// 1. Language: <html lang="nl"> and Dutch for Streamlit's own words (dictionary in dutch.json).
// 2. Saving while typing: a text is sent shortly after the last key, and before a click can lead away from it.
// 3. Honest status: a card says "opgeslagen" only while every text in it equals what the server stored.
//
// It leans on Streamlit's page structure (data-testid, st-key classes); tests/browser guards every assumption.

const DUTCH = __DUTCH__;
const WORDS = new Map(Object.entries(DUTCH.words));
const PATTERNS = DUTCH.patterns.map(([pattern, text]) => [new RegExp(pattern), text]);
const TRANSLATED_ATTRIBUTES = ["aria-label", "title", "placeholder", "data-tooltip", "alt"];
const OWN_TEXT = 'textarea, input, [data-testid="stMarkdownContainer"], [data-testid="stHtml"], [data-testid="stCode"]';

const SEND_AFTER_MS = 900; // after the last key; well within the two seconds that are promised
const SEND_WHILE_TYPING_MS = 1500; // someone who never pauses is saved too
const CLICK_AFTER_SEND_MS = 250; // a click this soon after a text was sent waits until the text has arrived
const LONGEST_WAIT_MS = 4000;

// ---------------------------------------------------------------- language

function translate(text) {
  const trimmed = text.trim();
  if (!trimmed) return null;
  if (WORDS.has(trimmed)) return text.replace(trimmed, WORDS.get(trimmed));
  for (const [pattern, dutch] of PATTERNS) {
    if (pattern.test(trimmed)) return trimmed.replace(pattern, dutch);
  }
  return null;
}

function translateTree(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.parentElement?.closest(OWN_TEXT)) return;
    const dutch = translate(node.data);
    if (dutch !== null && dutch !== node.data) node.data = dutch;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE || node.tagName === "SCRIPT" || node.tagName === "STYLE") return;
  for (const name of TRANSLATED_ATTRIBUTES) {
    const dutch = translate(node.getAttribute(name) ?? "");
    if (dutch !== null && dutch !== node.getAttribute(name)) node.setAttribute(name, dutch);
  }
  for (const child of node.childNodes) translateTree(child);
}

// ---------------------------------------------------------------- is what I see what is stored?

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

function checksum(text) {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return ((crc ^ 0xffffffff) >>> 0).toString(16);
}

const card = (element) => element.closest('[class*="st-key-norm-"]');
const isText = (element) => element instanceof Element && element.matches("textarea, input[type=text], input:not([type])");
const isSaved = (element) => isText(element) && element.closest('[class*="st-key-w-"]') !== null;

// "was", "bewijs", …: the field that an input belongs to, from its container's class st-key-w-<field>-<norm>.
function fieldOf(element) {
  const name = [...(element.closest('[class*="st-key-w-"]')?.classList ?? [])].find((c) => c.startsWith("st-key-w-"));
  return name?.slice("st-key-w-".length).split("-")[0] ?? null;
}

// What the server stored for each field of a card, as checksums; it is part of the status line it sends.
function storedChecksums(cardElement) {
  const status = cardElement.querySelector(".ww-status");
  return Object.fromEntries((status?.dataset.stored ?? "").split(" ").filter(Boolean).map((pair) => pair.split(":")));
}

const EMPTY_CHECKSUM = checksum("");

function refreshStatus(cardElement) {
  const stored = storedChecksums(cardElement);
  let differs = false;
  for (const element of cardElement.querySelectorAll("textarea, input")) {
    if (!isSaved(element)) continue;
    differs ||= checksum(element.value) !== (stored[fieldOf(element)] ?? EMPTY_CHECKSUM);
  }
  if (cardElement.hasAttribute("data-unsaved") !== differs) cardElement.toggleAttribute("data-unsaved", differs);
  announce(cardElement, differs);
}

let liveRegion = null;
const announced = new WeakMap();

// Tell a screen reader about a save once; the status line itself is rebuilt on every run and would stay silent.
function announce(cardElement, differs) {
  const text = differs ? null : cardElement.querySelector(".ww-saved")?.textContent.trim();
  if (!text) return;
  const key = cardElement.querySelector(".ww-status").dataset.stored + text;
  const before = announced.get(cardElement);
  announced.set(cardElement, key);
  if (before !== undefined && before !== key) liveRegion.textContent = text;
}

// Counts per page ("stap-1=3/14 …") stand in one place that the server redraws; here they go beside the links.
function refreshCounts() {
  const counts = document.querySelector(".ww-progress")?.dataset.counts ?? "";
  for (const pair of counts.split(" ").filter(Boolean)) {
    const [page, count] = pair.split("=");
    const link = document.querySelector(`[data-testid="stSidebar"] a[href^="${page}?"], [data-testid="stSidebar"] a[href^="/${page}?"]`);
    if (link && link.dataset.count !== count) link.dataset.count = count;
  }
}

function refreshAll() {
  refreshCounts();
  document.querySelectorAll('[class*="st-key-norm-"]').forEach(refreshStatus);
}

const anythingUnsaved = () => document.querySelector('[class*="st-key-norm-"][data-unsaved]') !== null;

// ---------------------------------------------------------------- saving while typing

const dirty = new Map(); // text input -> { timer, since }
let lastSent = -Infinity;
let replaying = false;

const isRunning = () =>
  document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state") === "running";

// Streamlit takes a text over on Ctrl+Enter (text area) or Enter (text field), without moving the focus.
function send(element) {
  clearTimeout(dirty.get(element)?.timer);
  if (!dirty.delete(element) || !element.isConnected) return;
  lastSent = performance.now();
  const modifiers = element.tagName === "TEXTAREA" ? { ctrlKey: true, metaKey: true } : {};
  element.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, cancelable: true, ...modifiers }),
  );
}

function sendAll() {
  const waiting = [...dirty.keys()];
  waiting.forEach(send);
  return waiting.length > 0;
}

function onInput(event) {
  const element = event.target;
  if (!isSaved(element)) return;
  const since = dirty.get(element)?.since ?? performance.now();
  clearTimeout(dirty.get(element)?.timer);
  const wait = Math.max(0, Math.min(SEND_AFTER_MS, since + SEND_WHILE_TYPING_MS - performance.now()));
  dirty.set(element, { since, timer: setTimeout(() => send(element), wait) });
  const owner = card(element);
  if (owner) refreshStatus(owner);
}

// A click in the same moment as a text may make the server drop one of the two (it joins waiting messages).
// So the text goes first, and the click is repeated once the text has been taken in.
function onClick(event) {
  if (replaying || !(event.target instanceof Element) || isText(event.target)) return;
  const target = event.target.closest('a, button, summary, label, [role="radio"], [role="tab"], [role="option"]');
  if (!target) return;
  sendAll();
  if (performance.now() - lastSent >= CLICK_AFTER_SEND_MS) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const started = performance.now();
  const repeat = () => {
    const waited = performance.now() - started;
    if ((waited < 80 || isRunning()) && waited < LONGEST_WAIT_MS) return void setTimeout(repeat, 25);
    const found = target.isConnected ? target : sameAgain(target);
    replaying = true;
    try {
      found?.click();
    } finally {
      replaying = false;
    }
  };
  setTimeout(repeat, 80);
}

// The redrawn twin of an element that the save replaced.
function sameAgain(target) {
  const owner = target.closest('[class*="st-key-"]');
  const text = target.textContent.trim();
  return [...document.querySelectorAll(target.tagName)].find(
    (element) => element.textContent.trim() === text && (!owner || element.closest('[class*="st-key-"]')?.className === owner.className),
  );
}

function onLeave(event) {
  sendAll();
  if (anythingUnsaved()) {
    event.preventDefault();
    event.returnValue = "";
  }
}

// ---------------------------------------------------------------- once per page load

function start() {
  document.documentElement.lang = "nl";
  liveRegion = document.createElement("div");
  liveRegion.setAttribute("role", "status");
  liveRegion.className = "ww-live";
  document.body.append(liveRegion);
  translateTree(document.head.querySelector("title") ?? document.body);
  translateTree(document.body);
  let scheduled = false;
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translateTree);
      else translateTree(change.target);
    }
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      refreshAll();
    });
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...TRANSLATED_ATTRIBUTES, "data-stored"],
  });
  document.addEventListener("input", onInput, true);
  document.addEventListener("pointerdown", (event) => isText(event.target) || sendAll(), true);
  document.addEventListener("focusout", (event) => dirty.has(event.target) && send(event.target), true);
  document.addEventListener("click", onClick, true);
  window.addEventListener("beforeunload", onLeave);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && sendAll());
  window.addEventListener("pagehide", sendAll);
}

function rememberAuthor({ name, value }) {
  const wanted = `${name}=${value}`;
  if (document.cookie.split("; ").includes(wanted)) return;
  document.cookie = `${wanted}; path=/; max-age=${value ? 31536000 : 0}; SameSite=Strict`;
}

export default function mount({ data }) {
  if (!window.wasWordtShell) {
    window.wasWordtShell = true;
    start();
  }
  if (data?.author) rememberAuthor(data.author);
}
