// @ts-check
// Which tabs are open: a draft of a tab that is gone may be put back by another one.
//
// A name belongs to one life of one page, so a duplicated tab, which gets a copy of sessionStorage, has its own.

/** Milliseconds between two signs of life, and after which a tab counts as gone. */
const BEAT = 5000;
const GONE = 15_000;
const PREFIX = "was-wordt-tab-";

/**
 * @typedef {object} Tabs
 * @property {string} mine
 * @property {() => Promise<string[]>} open Names of the tabs that are open now.
 * @property {() => void} hold Say that this tab is open, at the start and when it comes back from the page cache.
 * @property {() => void} leave The page goes away.
 */

/**
 * @typedef {object} TabParts
 * @property {LockManager | undefined} locks Absent on an address without https.
 * @property {Storage | null} storage
 * @property {() => number} now
 * @property {(act: () => void, ms: number) => unknown} setInterval
 * @property {(timer: any) => void} clearInterval
 */

/** @returns {Tabs} */
export function createTabs(/** @type {TabParts} */ parts) {
  const mine = PREFIX + randomName();
  const tabs = parts.locks ? lockedTabs(mine, parts.locks) : beatingTabs(mine, parts);
  tabs.hold();
  return tabs;
}

/** Not `crypto.randomUUID`, which needs https. */
function randomName() {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("");
}

/** @returns {Tabs} */
function lockedTabs(/** @type {string} */ mine, /** @type {LockManager} */ locks) {
  let letGo = () => {};
  const hold = () => {
    const untilLeft = (/** @type {Lock | null} */ lock) =>
      lock ? new Promise((/** @type {(nothing: void) => void} */ resolve) => (letGo = resolve)) : undefined;
    void locks.request(mine, { ifAvailable: true }, untilLeft).catch(() => {});
  };
  const open = async () => {
    const { held = [] } = await locks.query();
    return held.map((lock) => lock.name ?? "").filter((name) => name.startsWith(PREFIX));
  };
  return { mine, open, hold, leave: () => letGo() };
}

/** @returns {Tabs} */
function beatingTabs(/** @type {string} */ mine, /** @type {TabParts} */ parts) {
  /** @type {unknown} */
  let timer = null;
  const beat = () => attempt(() => parts.storage?.setItem(mine, String(parts.now())));
  const hold = () => {
    beat();
    parts.clearInterval(timer);
    timer = parts.setInterval(beat, BEAT);
  };
  const leave = () => {
    parts.clearInterval(timer);
    attempt(() => parts.storage?.removeItem(mine));
  };
  return { mine, open: async () => livingTabs(parts), hold, leave };
}

function livingTabs(/** @type {TabParts} */ { storage, now }) {
  if (!storage) return [];
  const names = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
  const tabs = names.filter((name) => name.startsWith(PREFIX));
  const gone = tabs.filter((name) => now() - Number(storage.getItem(name)) > GONE);
  gone.forEach((name) => attempt(() => storage.removeItem(name)));
  return tabs.filter((name) => !gone.includes(name));
}

/** Storage that is full or blocked: others then take this tab for gone, which costs nothing but a repeat. */
function attempt(/** @type {() => void} */ act) {
  try {
    act();
  } catch {
    // Nothing else depends on it.
  }
}
