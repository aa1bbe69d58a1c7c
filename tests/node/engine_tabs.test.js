// @ts-check
// Which tabs are open, and what a browser tells of its page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { createTabs } from "../../app_pages/cards/browser/tabs.js";
import { listen } from "../../app_pages/cards/browser/visit.js";
import { FakeStorage, settled, World } from "./engine_world.js";

/** Locks of one browser; `end` ends a tab. */
class FakeLocks {
  /** @type {Set<string>} */
  names = new Set();

  async request(
    /** @type {string} */ name,
    /** @type {LockOptions} */ _options,
    /** @type {LockGrantedCallback<unknown>} */ act,
  ) {
    const isMine = !this.names.has(name);
    if (isMine) this.names.add(name);
    await act(isMine ? { name, mode: "exclusive" } : null);
    if (isMine) this.names.delete(name);
  }

  async query() {
    return { held: [...this.names].map((name) => ({ name })), pending: [] };
  }
}

class Beats {
  now = 0;
  storage = new FakeStorage();
  /** @type {Set<() => void>} */
  acts = new Set();

  parts() {
    return {
      locks: undefined,
      storage: this.storage,
      now: () => this.now,
      setInterval: (/** @type {() => void} */ act) => {
        this.acts.add(act);
        return act;
      },
      clearInterval: (/** @type {any} */ act) => void this.acts.delete(act),
    };
  }

  pass(/** @type {number} */ ms) {
    for (let beat = 0; beat < ms / 5000; beat += 1) {
      this.now += 5000;
      this.acts.forEach((act) => act());
    }
  }
}

test("a tab holds its name as a lock until it leaves, and again when it comes back", async () => {
  const locks = /** @type {any} */ (new FakeLocks());
  const parts = { ...new Beats().parts(), locks };
  const [one, other] = [createTabs(parts), createTabs(parts)];
  assert.notEqual(one.mine, other.mine);
  assert.deepEqual(await other.open(), [one.mine, other.mine]);
  one.leave();
  await settled();
  assert.deepEqual(await other.open(), [other.mine]);
  one.hold();
  one.hold();
  assert.deepEqual(await other.open(), [other.mine, one.mine]);
});

test("without locks a tab gives a sign of life, and is gone 15 seconds after the last one", async () => {
  const beats = new Beats();
  const one = createTabs(beats.parts());
  const crashed = [...beats.acts][0];
  const other = createTabs(beats.parts());
  beats.pass(30_000);
  assert.deepEqual(await other.open(), [one.mine, other.mine]);
  beats.acts.delete(crashed);
  beats.pass(15_000);
  assert.deepEqual(await other.open(), [one.mine, other.mine]);
  beats.pass(5000);
  assert.deepEqual(await other.open(), [other.mine]);
});

test("without locks a tab that leaves is gone at once, and back when it comes back", async () => {
  const beats = new Beats();
  const [one, other] = [createTabs(beats.parts()), createTabs(beats.parts())];
  one.leave();
  assert.deepEqual(await other.open(), [other.mine]);
  one.hold();
  assert.deepEqual(await other.open(), [other.mine, one.mine]);
});

test("a storage that is full or absent does not stop a tab", async () => {
  for (const storage of [Object.assign(new FakeStorage(), { isFull: true }), null]) {
    const tabs = createTabs({ ...new Beats().parts(), storage });
    tabs.leave();
    assert.deepEqual(await tabs.open(), []);
  }
});

/** A window, a page that can be hidden, and what was asked of the tabs. */
async function visited() {
  const world = new World();
  const tab = await world.opened();
  const view = new EventTarget();
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  /** @type {string[]} */
  const asked = [];
  const tabs = { ...tab.parts.tabs, hold: () => void asked.push("hold"), leave: () => void asked.push("leave") };
  listen(tab.engine, tabs, view, /** @type {any} */ (page));
  const turn = (/** @type {string} */ state) => {
    page.visibilityState = state;
    page.dispatchEvent(new Event("visibilitychange"));
  };
  return { world, ...tab, view, turn, asked };
}

test("a page that is hidden sends what waits and stops asking; seen again it asks at once", async () => {
  const { world, engine, turn } = await visited();
  engine.type("n1", "was", "a");
  turn("hidden");
  await world.clock.pass(30_000);
  assert.equal(world.server.value("n1", "was"), "a");
  assert.equal(world.server.questions.length, 1);
  turn("visible");
  await world.clock.pass(0);
  assert.equal(world.server.questions.length, 2);
});

test("a page that goes sends and lets its name go; from the page cache it goes on", async () => {
  const { world, engine, view, asked } = await visited();
  engine.type("n1", "was", "a");
  view.dispatchEvent(new Event("pagehide"));
  await world.clock.pass(0);
  assert.equal(world.server.value("n1", "was"), "a");
  view.dispatchEvent(new Event("pageshow"));
  assert.deepEqual(asked, ["leave"]);
  view.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  assert.deepEqual(asked, ["leave", "hold"]);
  engine.type("n1", "was", "ab");
  await world.clock.pass(500);
  assert.equal(world.server.value("n1", "was"), "ab");
});

test("back from the page cache after another tab took over its draft: the draft is kept again", async () => {
  const { world, engine, view } = await visited();
  world.server.fate = "down";
  engine.type("n1", "was", "a");
  view.dispatchEvent(new Event("pagehide"));
  world.storage.clear();
  view.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  assert.deepEqual(world.storage.drafts, ["a"]);
});

test("the connection is back: tried at once", async () => {
  const { world, engine, view } = await visited();
  world.server.fate = "down";
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(20_000);
  world.server.fate = "works";
  view.dispatchEvent(new Event("online"));
  await world.clock.pass(0);
  assert.equal(engine.field("n1", "niveau").state, "stored");
});

test("closing asks a question only when something would be lost", async () => {
  const { world, engine, view } = await visited();
  const asks = () => !view.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  world.server.fate = "down";
  engine.type("n1", "was", "a");
  assert.equal(asks(), false);
  world.storage.isFull = true;
  engine.type("n1", "was", "ab");
  assert.equal(asks(), true);
  world.server.fate = "works";
  await world.clock.pass(500);
  assert.equal(asks(), false);
});
