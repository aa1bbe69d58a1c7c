// @ts-check
// Two users type in two fields while requests fail, answers get lost, tabs crash and open again. Whatever happens, a
// text that stood on a screen is stored at some time, or kept, or replaced by the same user.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeStorage, ID, World } from "./engine_world.js";

const FIELDS = /** @type {const} */ ([
  ["n1", "was"],
  ["n2", "was"],
]);
const RUNS = 150;
const STEPS = 60;

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function dice(/** @type {number} */ seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @typedef {Awaited<ReturnType<World["opened"]>>} Tab */

/** A user with one browser, who now and then has a second tab. Each word that is typed occurs once. */
class User {
  storage = new FakeStorage();
  /** @type {Tab[]} */
  tabs = [];
  /** @type {string[]} Words that may not be lost: those that this user did not write over. */
  kept = [];
  #count = 0;

  constructor(/** @type {World} */ world, /** @type {string} */ name) {
    this.world = world;
    this.name = name;
  }

  async open() {
    const tab = this.world.tab({ author: this.name, storage: this.storage });
    await tab.engine.open(ID, "stap-3", this.world.server.state());
    this.tabs.push(tab);
  }

  /** Add a word to what stands there, or write over it. */
  type(
    /** @type {Tab} */ tab,
    /** @type {readonly [string, string]} */ [subject, field],
    /** @type {boolean} */ isOver,
  ) {
    const word = `${this.name}${(this.#count += 1)}`;
    const { value, conflict } = tab.engine.field(subject, field);
    if (isOver) this.kept = this.kept.filter((kept) => !value.split(/\s+/).includes(kept));
    tab.engine.type(subject, field, isOver ? word : `${value} ${word}`.trim());
    this.kept.push(word);
    assert.equal(tab.engine.field(subject, field).conflict?.theirs, conflict?.theirs);
  }

  /** Where a word can be found that is not stored: in drafts, or on a screen that is not stored. */
  get texts() {
    const screens = this.tabs.flatMap(({ engine }) => FIELDS.map(([subject, field]) => engine.field(subject, field)));
    return [...this.storage.drafts, ...screens.filter(({ state }) => state !== "stored").map(({ value }) => value)];
  }
}

function check(/** @type {World} */ world, /** @type {User[]} */ users, /** @type {string} */ where) {
  const stored = new Set(world.server.events.flatMap(({ value }) => value.split(/\s+/)));
  for (const user of users) {
    const here = new Set(user.texts.flatMap((text) => text.split(/\s+/)));
    const lost = user.kept.filter((word) => !stored.has(word) && !here.has(word));
    assert.deepEqual(lost, [], where);
  }
}

async function step(/** @type {() => number} */ roll, /** @type {World} */ world, /** @type {User} */ user) {
  const chance = roll();
  const tab = user.tabs[Math.floor(roll() * user.tabs.length)];
  const field = FIELDS[Math.floor(roll() * FIELDS.length)];
  if (!tab || (chance > 0.95 && user.tabs.length < 2)) return user.open();
  if (chance < 0.45) return user.type(tab, field, roll() < 0.2);
  if (chance < 0.55) return tab.engine.focus(roll() < 0.5 ? { subject: field[0], field: field[1] } : null);
  if (chance < 0.65) return tab.engine.flush(roll() < 0.5);
  if (chance < 0.75) return settleOne(roll, tab, field);
  if (chance < 0.83) return void tab.engine.open(ID, "stap-3", world.server.state());
  if (chance < 0.9) return crash(user, tab, roll() < 0.5);
  return fail(roll, world);
}

/** A person looks at both texts and chooses; who takes theirs gives up their own. */
function settleOne(
  /** @type {() => number} */ roll,
  /** @type {Tab} */ tab,
  /** @type {readonly [string, string]} */ [subject, field],
) {
  const { conflict } = tab.engine.field(subject, field);
  if (conflict) tab.engine.settle(subject, field, roll() < 0.5 ? "mine" : "both");
}

function crash(/** @type {User} */ user, /** @type {Tab} */ tab, /** @type {boolean} */ isProper) {
  if (isProper) tab.engine.flush(true);
  tab.crash();
  user.tabs = user.tabs.filter((each) => each !== tab);
}

function fail(/** @type {() => number} */ roll, /** @type {World} */ world) {
  const fates = /** @type {const} */ (["works", "works", "down", "lost", "lost", "hangs"]);
  world.server.fate = roll() < 0.3 ? { delay: Math.floor(roll() * 3000) } : fates[Math.floor(roll() * fates.length)];
}

/** Everything works again; who has a conflict keeps both texts. */
async function end(/** @type {World} */ world, /** @type {User[]} */ users) {
  world.server.fate = "works";
  for (const user of users) if (!user.tabs.length) await user.open();
  for (let round = 0; round < 30; round += 1) {
    await world.clock.pass(21_000);
    const tabs = users.flatMap((user) => user.tabs);
    for (const { engine } of tabs) {
      engine.focus(null);
      void engine.open(ID, "stap-3", world.server.state());
      for (const [subject, field] of FIELDS) engine.settle(subject, field, "both");
      await world.clock.pass(1000);
    }
    const isLeft = users.some(({ storage }) => storage.drafts.length > 0);
    if (!isLeft && !tabs.some(({ engine }) => engine.hasUnsaved())) return;
  }
}

test(`no word is lost in ${RUNS} stories of ${STEPS} steps`, async () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const roll = dice(seed);
    const world = new World();
    const users = [new User(world, "kim"), new User(world, "sam")];
    for (let place = 0; place < STEPS; place += 1) {
      const user = users[Math.floor(roll() * 2)];
      await step(roll, world, user);
      check(world, users, `seed ${seed}, step ${place}`);
      await world.clock.pass(Math.floor(roll() * 2500));
      check(world, users, `seed ${seed}, after step ${place}`);
    }
    await end(world, users);
    check(world, users, `seed ${seed}, at the end`);
    for (const user of users) {
      assert.deepEqual(
        user.tabs.map(({ engine }) => engine.unsaved()),
        user.tabs.map(() => []),
        `seed ${seed}`,
      );
      assert.deepEqual(user.storage.drafts, [], `seed ${seed}: nothing is left to send`);
    }
  }
});
