// The part of the app that runs in the visitor's browser, mounted once.
//
// 1. Language: <html lang="nl"> and Dutch for Streamlit's own words (dictionary in dutch.json).
// 2. Saving while typing: a text is sent shortly after the last key, and before a click can lead away from it.
// 3. Honest status: a card says "opgeslagen" only while every text and the level in it equal what the server stored.
// 4. After a restart of the server, answers that it never stored are put back and sent again.
// 5. After a click that made or removed something, the focus goes where the server says.
//
// It leans on Streamlit's page structure (data-testid, st-key classes); tests/browser guards every assumption.

const DUTCH = __DUTCH__;
const WORDS = new Map(Object.entries(DUTCH.words));
const PATTERNS = DUTCH.patterns.map(([pattern, text]) => [new RegExp(pattern), text]);
const MONTH = new RegExp(`\\b(${Object.keys(DUTCH.months).join("|")})\\b`, "g");
const TRANSLATED_ATTRIBUTES = ["aria-label", "aria-valuetext", "title", "placeholder", "data-tooltip", "alt"];
const OWN_TEXT =
  'textarea, input, [data-testid="stMarkdownContainer"], [data-testid="stHtml"], [data-testid="stCode"], [data-testid="stIconMaterial"]';
const BUILT_IN_TEXT = '[data-testid="stFileUploaderDropzone"] [data-testid="stMarkdownContainer"]';

const SEND_AFTER_MS = 900; // after the last key; well within the two seconds that are promised
const SEND_WHILE_TYPING_MS = 1500; // someone who never pauses is saved too
const QUIET_MS = 500; // after quick changes, what the server says counts once it is quiet this long
const LOOK_AGAIN_MS = 25; // while a click waits for an answer to be stored
const UNFOLD_AGAIN_MS = 2000; // longer than folding and drawing take
const MOST_UNFOLDS = 10;
const FOLLOW_AGAIN_MS = 3000; // drawing after a click is done by then
const LONGEST_HOLD_MS = 30000; // a click that waited this long is dropped: the text is worth more

// ---------------------------------------------------------------- language

function translate(text) {
  const trimmed = text.trim();
  if (!trimmed) return null;
  if (WORDS.has(trimmed)) return text.replace(trimmed, WORDS.get(trimmed));
  for (const [pattern, dutch] of PATTERNS) {
    if (pattern.test(trimmed)) return trimmed.replace(pattern, dutch).replace(MONTH, (name) => DUTCH.months[name]);
  }
  return null;
}

function translateTree(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const parent = node.parentElement;
    if (parent?.closest(OWN_TEXT) && !parent.closest(BUILT_IN_TEXT)) return;
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

const mark = (text) => text && checksum(text);
const card = (element) => element.closest('[class*="st-key-norm-"]');
const isText = (element) => element instanceof Element && element.matches("textarea, input[type=text], input:not([type])");
const isSaved = (element) => isText(element) && element.closest('[class*="st-key-w-"]') !== null;

// "was-<norm>", "bewijs-<norm>", …: what an input answers, from its container's class st-key-w-<field>-<norm>; without
// the number that it gets when the server puts a new input in its place.
function answerOf(element) {
  const name = [...(element.closest('[class*="st-key-w-"]')?.classList ?? [])].find((c) => c.startsWith("st-key-w-"));
  return name?.slice("st-key-w-".length).replace(/--\d+$/, "") ?? null;
}

const fieldOf = (element) => answerOf(element)?.split("-")[0] ?? null;

// What the server says of a card in its status line: "stored", or "kept" when a conflict or failure came between.
// Per field the checksum of a text, or the place of a level on the scale; what is empty is left out.
function onServer(cardElement, kind) {
  const pairs = (cardElement.querySelector(".ww-status")?.dataset[kind] ?? "").split(" ").filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => pair.split(":")));
}

// What stands in the fields of a card, in the same words.
function onScreen(cardElement) {
  const shown = {};
  for (const element of cardElement.querySelectorAll("textarea, input")) {
    const field = fieldOf(element);
    if (field === null) continue;
    if (element.type !== "radio") shown[field] = mark(element.value);
    else shown[field] = element.checked ? element.value : (shown[field] ?? "");
  }
  return shown;
}

const isRunning = () =>
  document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state") === "running";

// Cards that changed again while a change was under way, and when. What the server says may then be of the one before,
// and equal what stands there by chance: 2, 5 and 2 again.
const hurried = new WeakMap();

function noteChange(cardElement) {
  if (!cardElement.hasAttribute("data-unsaved")) return;
  hurried.set(cardElement, performance.now());
  setTimeout(() => refreshStatus(cardElement), QUIET_MS + LOOK_AGAIN_MS);
}

function isHurried(cardElement) {
  const isQuiet = performance.now() - (hurried.get(cardElement) ?? -Infinity) >= QUIET_MS && !isRunning();
  if (isQuiet) hurried.delete(cardElement);
  return hurried.has(cardElement);
}

const isUnsettled = (cardElement) =>
  isHurried(cardElement) || [...dirty.keys()].some((element) => cardElement.contains(element));

function refreshStatus(cardElement) {
  const stored = onServer(cardElement, "stored");
  const shown = Object.entries(onScreen(cardElement));
  const differs = isUnsettled(cardElement) || shown.some(([field, value]) => value !== (stored[field] ?? ""));
  if (cardElement.hasAttribute("data-unsaved") !== differs) cardElement.toggleAttribute("data-unsaved", differs);
  announce(cardElement, differs);
}

// Whether something still has to reach the server, or its answer still has to come back.
function isUnderWay(cardElement) {
  const stored = onServer(cardElement, "stored");
  const kept = onServer(cardElement, "kept");
  const shown = Object.entries(onScreen(cardElement));
  return isUnsettled(cardElement) || shown.some(([field, value]) => value !== (kept[field] ?? stored[field] ?? ""));
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

const cards = () => [...document.querySelectorAll('[class*="st-key-norm-"]')];

function refreshAll() {
  refreshCounts();
  cards().forEach(refreshStatus);
  refreshDrafts();
  refreshFocus();
  followLead();
  refreshBusy();
}

// Where the server leads the reader after a click that made or removed something, once per occasion; and again when
// what is drawn next takes the focus away, while nobody has moved it.
const followed = new Map(); // occasion -> when it was first followed

function followLead() {
  for (const lead of document.querySelectorAll(".ww-lead")) {
    const target = card(lead)?.querySelector(lead.dataset.target);
    const since = followed.get(lead.dataset.occasion);
    const isLost = document.activeElement === document.body && performance.now() - since < FOLLOW_AGAIN_MS;
    if (!target || (since !== undefined && !isLost)) continue;
    if (since === undefined) followed.set(lead.dataset.occasion, performance.now());
    target.focus();
    target.scrollIntoView({ block: "center" });
  }
}

// ---------------------------------------------------------------- saving while typing

const dirty = new Map(); // text input -> { timer, since }
// Streamlit takes a text over on Ctrl+Enter (text area) or Enter (text field), without moving the focus.
function send(element) {
  if (!element.isConnected) refreshDrafts();
  clearTimeout(dirty.get(element)?.timer);
  if (!dirty.delete(element) || !element.isConnected) return;
  const modifiers = element.tagName === "TEXTAREA" ? { ctrlKey: true, metaKey: true } : {};
  element.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, cancelable: true, ...modifiers }),
  );
  const owner = card(element);
  if (owner) refreshStatus(owner);
}

function sendAll() {
  [...dirty.keys()].forEach(send);
}

// While a page is being left no timer runs any more, and both React and Streamlit wait for one before they send. So
// have them do at once what they put off: a change in a field makes React finish, and Streamlit's timer is called here.
let leaving = false;

function sendNow() {
  const putOff = [];
  const original = window.setTimeout;
  window.setTimeout = (act, delay, ...given) =>
    delay ? original(act, delay, ...given) : putOff.push(() => act(...given));
  leaving = true;
  try {
    for (const element of [...dirty.keys()]) {
      send(element);
      changeAndChangeBack(element);
    }
    for (const act of putOff) act();
  } finally {
    leaving = false;
    window.setTimeout = original;
  }
}

function changeAndChangeBack(element) {
  const { value, selectionStart, selectionEnd } = element;
  for (const each of [`${value} `, value]) change(element, each);
  element.setSelectionRange(selectionStart, selectionEnd);
}

// As a user does, so that React hears of it.
function change(element, value) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value").set.call(element, value);
  element.dispatchEvent(new Event("input", { bubbles: true }));
}

function onInput(event) {
  if (leaving || !(event.target instanceof Element)) return;
  if (isSaved(event.target)) {
    lastWritten = { element: event.target, place: placeOf(event.target) };
    sendSoon(event.target);
  }
  noteAnswer(event.target);
}

// A level that a pointer chooses gives no input event; it is chosen once React has dealt with the click.
function onChoice({ target }) {
  const box = target instanceof Element && !target.matches("input") && target.closest('[class*="st-key-w-"]');
  if (box && box.querySelector("input[type=radio]")) setTimeout(() => noteAnswer(box));
}

function noteAnswer(element) {
  const owner = card(element);
  if (!owner) return;
  isOursUndrawn = true;
  noteDraft(element);
  noteChange(owner);
  refreshStatus(owner);
}

function sendSoon(element) {
  const since = dirty.get(element)?.since ?? performance.now();
  clearTimeout(dirty.get(element)?.timer);
  const wait = Math.max(0, Math.min(SEND_AFTER_MS, since + SEND_WHILE_TYPING_MS - performance.now()));
  dirty.set(element, { since, timer: setTimeout(() => send(element), wait) });
}

// What was typed while the page was loading, before anyone listened.
function sendWhatWasTypedBefore() {
  for (const each of cards()) {
    const stored = onServer(each, "stored");
    for (const element of each.querySelectorAll("textarea, input")) {
      if (!isSaved(element) || mark(element.value) === (stored[fieldOf(element)] ?? "")) continue;
      noteDraft(element);
      sendSoon(element);
    }
  }
}

// ---------------------------------------------------------------- answers that a new session does not know

// When the server was restarted, the page comes back in a new session. That puts what is stored in every input, also
// where something else stands that was sent and never stored. So every answer is remembered until it is stored; those
// from before the new session had drawn the page are at risk, and put back once.
const drafts = new Map(); // assessment and answer -> { mark, element, text, caret, known, isAtRisk }
let isCutOff = false; // from the loss of the connection until the page was drawn again
let isDrawnAgain = false;

const placeOf = (element) => `${new URLSearchParams(location.search).get("z")} ${answerOf(element)}`;
const boxes = () => [...document.querySelectorAll('[class*="st-key-norm-"] [class*="st-key-w-"]')];
const boxAt = (place) => boxes().findLast((box) => placeOf(box) === place);
const markIn = (box) => onScreen(card(box))[fieldOf(box)];

function noteDraft(element) {
  const field = fieldOf(element);
  if (field === null) return;
  const place = placeOf(element);
  const stored = onServer(card(element), "stored")[field] ?? "";
  const draft = drafts.get(place) ?? { known: new Set([stored]), isAtRisk: isCutOff };
  draft.mark = markIn(element);
  draft.known.add(draft.mark);
  draft.element = element;
  draft.text = element.value; // of a text; of a level the mark says all
  draft.caret = element.selectionEnd;
  drafts.set(place, draft);
}

function refreshConnection() {
  const app = document.querySelector('[data-testid="stApp"]');
  if (app?.getAttribute("data-test-connection-state") !== "CONNECTED") {
    for (const draft of drafts.values()) draft.isAtRisk = true;
    isCutOff = true;
    isDrawnAgain = false;
  } else if (isCutOff && isRunning()) {
    isDrawnAgain = true;
  } else if (isDrawnAgain) {
    setTimeout(endCutOff, QUIET_MS); // React fills the inputs a moment later
  }
}

function endCutOff() {
  if (!isDrawnAgain || isRunning()) return; // lost again, or drawn once more: it will end another time
  refreshAll();
  isCutOff = isDrawnAgain = false;
  for (const [place, draft] of drafts) draft.isAtRisk &&= boxAt(place) === undefined;
  unfoldWhatIsMissing(MOST_UNFOLDS);
}

// A new session folds the fields that it knows nothing in; nobody would look for their words there.
function unfoldWhatIsMissing(times) {
  const missing = [...drafts].filter(([place, draft]) => draft.isAtRisk && boxAt(place) === undefined);
  const norms = new Set(missing.map(([place]) => place.slice(place.lastIndexOf(" ") + 1).replace(/^\w+-/, "")));
  for (const norm of norms) {
    const summary = document.querySelector(`.st-key-meer-${CSS.escape(norm)} details:not([open]) summary`);
    if (summary) withoutHold(() => summary.click());
  }
  // What is drawn meanwhile may fold them again, and what is still folding looks open.
  if (norms.size && times > 1) setTimeout(() => unfoldWhatIsMissing(times - 1), UNFOLD_AGAIN_MS);
}

// Without a connection Streamlit switches the inputs off, which takes the cursor out. And so does a new input in the
// place of the one that somebody writes in.
let writtenIn = null;
let lastWritten = null; // { element, place }

function onFocusOut({ target }) {
  if (dirty.has(target)) send(target);
  if (isSaved(target) && target.disabled) writtenIn = target;
  if (target.isConnected && !target.disabled) lastWritten = null;
}

function followWriter() {
  if (!lastWritten || lastWritten.element.isConnected || document.activeElement !== document.body) return;
  const element = boxAt(lastWritten.place)?.querySelector("textarea, input:not([type=radio])");
  if (!element || element.disabled) return;
  lastWritten = null;
  element.focus();
  element.setSelectionRange(element.value.length, element.value.length);
}

function refreshFocus() {
  followWriter();
  if (writtenIn === null || writtenIn.disabled) return;
  if (document.activeElement === document.body) writtenIn.focus({ preventScroll: true });
  writtenIn = null;
}

// Drawing a page anew, with more norms for instance, may put a new input in the place of one with words that were not
// sent, or that Streamlit had not sent yet: it forgets those. Then the server still has what it had before.
function isForgotten(draft, place, box) {
  if (draft.element.isConnected && placeOf(draft.element) === place) return false;
  clearTimeout(dirty.get(draft.element)?.timer);
  if (dirty.delete(draft.element)) return true;
  if (box === undefined || markIn(box) === draft.mark) return false;
  return [markIn(box), onServer(card(box), "stored")[fieldOf(box)] ?? ""].every((mark) => draft.known.has(mark));
}

function refreshDrafts() {
  for (const [place, draft] of drafts) {
    const box = boxAt(place);
    if (isForgotten(draft, place, box)) draft.isAtRisk = true;
    const isShown = box !== undefined && markIn(box) === draft.mark;
    if (isShown && !card(box).hasAttribute("data-unsaved")) drafts.delete(place);
    else if (!isShown && !draft.isAtRisk) drafts.delete(place); // the session knew it, and replaced it
    else if (!isShown && box !== undefined) putBack(box, draft);
  }
}

// What somebody else stored meanwhile stays: a text above ours, and a level alone, for there can be only one.
function putBack(box, draft) {
  const element = box.querySelector(`textarea, input:not([type=radio]), input[value="${draft.mark}"]`);
  if (!element || element.disabled) return;
  draft.isAtRisk = false;
  const isMine = draft.known.has(markIn(box));
  if (element.type === "radio") return void (isMine && element.click());
  if (!isMine && !isCutOff) return;
  const before = isMine || !element.value ? "" : `${element.value}${element.tagName === "TEXTAREA" ? "\n\n" : " "}`;
  const caret = before.length + draft.caret;
  change(element, before + draft.text);
  if (document.activeElement === element) element.setSelectionRange(caret, caret);
}

// ---------------------------------------------------------------- leaving the page

// The server joins messages that wait for it, and one that leads to another page wins from an answer. And what it draws
// of an answer cannot find its place on another page. So whatever can lead away waits until every answer has arrived
// and is drawn; not for what the server draws without one, such as a look for news. A later click takes the place of an
// earlier one.
let isOursUndrawn = false; // whether something was answered or clicked since the server was last at rest
let wasRunning = false;

const isBusy = () => cards().some(isUnderWay) || (isOursUndrawn && cards().length > 0 && isRunning());

function refreshBusy() {
  if (wasRunning && !isRunning() && !cards().some(isUnderWay)) isOursUndrawn = false;
  wasRunning = isRunning();
}

let held = null; // { repeat, since }

function hold(repeat) {
  const isFirst = held === null;
  held = { repeat, since: performance.now() };
  if (isFirst) setTimeout(letGo, LOOK_AGAIN_MS);
}

function letGo() {
  if (isBusy() && performance.now() - held.since < LONGEST_HOLD_MS) return void setTimeout(letGo, LOOK_AGAIN_MS);
  const { repeat } = held;
  held = null;
  if (!cards().some(isUnderWay)) withoutHold(repeat);
}

function withoutHold(act) {
  replaying = true;
  try {
    act();
  } finally {
    replaying = false;
  }
}

let replaying = false;

// Let an event wait when something is busy; `repeat` does later what it would have done.
function holdBack(event, repeat) {
  sendAll();
  if (!isBusy()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  hold(repeat);
}

function onClick(event) {
  const target = event.target instanceof Element ? event.target.closest('a, button, summary, [role="tab"]') : null;
  const staysHere = target?.target === "_blank" || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!target || staysHere) return;
  if (!replaying) holdBack(event, () => clickAgain(target.isConnected ? target : sameAgain(target), event));
  isOursUndrawn = true;
}

// With the same detail, because what opens after a click that no pointer made (0) takes the focus another way.
function clickAgain(target, { detail }) {
  target?.dispatchEvent(new MouseEvent("click", { detail, bubbles: true, cancelable: true, composed: true, view: window }));
}

// Back and forward, which Streamlit hears of before us; so stop them before they begin, in browsers that let us.
function onTravel(event) {
  if (event.navigationType !== "traverse" || !event.destination.sameDocument || !event.cancelable) return;
  holdBack(event, () => navigation.traverseTo(event.destination.key));
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
  sendNow();
  if (!cards().some((each) => each.hasAttribute("data-unsaved"))) return;
  event.preventDefault();
  event.returnValue = "";
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
    refreshConnection();
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
    attributeFilter: [...TRANSLATED_ATTRIBUTES, "data-stored", "data-test-script-state", "data-test-connection-state"],
  });
  document.addEventListener("beforeinput", refreshDrafts, true);
  document.addEventListener("input", onInput, true);
  document.addEventListener("pointerdown", (event) => isText(event.target) || sendAll(), true);
  document.addEventListener("focusout", onFocusOut, true);
  document.addEventListener("click", onClick, true);
  document.addEventListener("click", onChoice, true);
  window.navigation?.addEventListener("navigate", onTravel);
  window.addEventListener("beforeunload", onLeave);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && sendAll());
  window.addEventListener("pagehide", sendNow);
  sendWhatWasTypedBefore();
  refreshAll();
}

function rememberAuthor(name, value) {
  const wanted = `${name}=${value}`;
  if (document.cookie.split("; ").includes(wanted)) return;
  document.cookie = `${wanted}; path=/; max-age=${value ? 31536000 : 0}; SameSite=Strict`;
}

export default function mount({ data }) {
  if (!window.wasWordtShell) {
    window.wasWordtShell = true;
    start();
  }
  if (data?.authorName) rememberAuthor(data.authorName, data.authorValue);
}
