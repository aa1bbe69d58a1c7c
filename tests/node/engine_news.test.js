// @ts-check
// What others save comes in, and never takes words away.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ID, World } from "./engine_world.js";

test("asked once at the start with progress, then every four seconds, with who looks", async () => {
  const world = new World();
  world.server.put("n1", "was", "a");
  world.server.looking = ["Sam"];
  const { engine } = await world.opened();
  await world.clock.pass(8000);
  assert.deepEqual(
    world.server.questions.map(({ url }) => url),
    ["&progress=1", "", ""].map((end) => `/antwoorden/z1?after=1&page=stap-3&viewer=tab-1${end}`),
  );
  assert.deepEqual([engine.looking, engine.progress?.value], [["Sam"], 1]);
});

test("asked with progress a quarter of a second after a save", async () => {
  const world = new World();
  const { engine } = await world.opened();
  await world.clock.pass(1000);
  engine.choose("n1", "niveau", "2");
  engine.choose("n2", "niveau", "2");
  await world.clock.pass(249);
  assert.equal(world.server.questions.length, 1);
  await world.clock.pass(1);
  assert.equal(world.server.questions.length, 2);
  assert.equal(engine.progress?.value, 2);
});

test("not asked while the page cannot be seen, and at once when it can", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.pause();
  await world.clock.pass(60_000);
  assert.equal(world.server.questions.length, 1);
  engine.resume();
  await world.clock.pass(0);
  assert.equal(world.server.questions.length, 2);
  engine.close();
  await world.clock.pass(60_000);
  assert.equal(world.server.questions.length, 2);
});

test("what was never saved as an event shows too, as in the example", async () => {
  const world = new World();
  const stored = { value: "3", event: 0, at: "2026-01-01T00:00:00Z", warnings: [] };
  const { engine } = world.tab({});
  await engine.open(ID, "stap-3", { ...world.server.state(), values: { n1: { niveau: stored } } });
  const { value, state } = engine.field("n1", "niveau");
  assert.deepEqual({ value, state }, { value: "3", state: "stored" });
});

test("what a colleague saved shows where the user is not busy", async () => {
  const world = new World();
  const { engine } = await world.opened();
  /** @type {string[]} */
  const told = [];
  engine.subscribe((subjects) => told.push(...(subjects ?? [])));
  world.server.put("n1", "was", "van Sam");
  await world.clock.pass(4000);
  const { value, state, event } = engine.field("n1", "was");
  assert.deepEqual({ value, state, event }, { value: "van Sam", state: "stored", event: 1 });
  assert.deepEqual(told, ["n1"]);
});

test("where the cursor stands it waits until the focus leaves", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.focus({ subject: "n1", field: "was" });
  world.server.put("n1", "was", "van Sam");
  await world.clock.pass(4000);
  assert.equal(engine.field("n1", "was").value, "");
  engine.focus({ subject: "n1", field: "bewijs" });
  assert.equal(engine.field("n1", "was").value, "van Sam");
});

test("typed in a field with news that waits: a conflict, as the user did not see it", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.focus({ subject: "n1", field: "was" });
  world.server.put("n1", "was", "van Sam");
  await world.clock.pass(4000);
  engine.type("n1", "was", "van mij");
  await world.clock.pass(500);
  assert.equal(engine.field("n1", "was").conflict?.theirs, "van Sam");
});

test("unsaved words stay; taken back, the news shows after all", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fate = "down";
  engine.type("n1", "was", "van mij");
  world.server.put("n1", "was", "van Sam");
  await world.clock.pass(300);
  engine.pause();
  engine.resume();
  await world.clock.pass(100);
  assert.equal(engine.field("n1", "was").value, "van mij");
  world.server.fate = "works";
  engine.type("n1", "was", "");
  await world.clock.pass(5000);
  assert.equal(engine.field("n1", "was").value, "van Sam");
});

test("news that overtakes the answer of a save changes nothing on screen", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = [{ delay: 6000 }];
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(4500);
  engine.choose("n1", "niveau", "3");
  await world.clock.pass(2000);
  assert.equal(world.server.value("n1", "niveau"), "3");
  const { value, state, conflict } = engine.field("n1", "niveau");
  assert.deepEqual({ value, state, conflict }, { value: "3", state: "stored", conflict: null });
});

test("a save does not hide what others saved just before it", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.put("n2", "was", "van Sam");
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(4000);
  assert.equal(engine.field("n2", "was").value, "van Sam");
});

test("the page drawn again: newer values show, unsaved ones and newer ones that are known stay", async () => {
  const world = new World();
  const { engine } = await world.opened();
  const old = world.server.state();
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(0);
  engine.type("n2", "was", "nog niet opgeslagen");
  world.server.put("n2", "was", "van Sam");
  world.server.put("n3", "was", "nieuw");
  await engine.open(ID, "stap-3", old);
  assert.equal(engine.field("n1", "niveau").value, "2");
  await engine.open(ID, "stap-4", world.server.state());
  assert.equal(engine.field("n2", "was").value, "nog niet opgeslagen");
  assert.equal(engine.field("n3", "was").value, "nieuw");
  await world.clock.pass(0);
  assert.match(world.server.questions.at(-1)?.url ?? "", /page=stap-4/);
});

test("particulars come by value, and older ones do not undo a save", async () => {
  const world = new World();
  world.server.putParticular("gemeente", "Aa");
  const { engine } = await world.opened();
  world.server.putParticular("gemeente", "Bb");
  await world.clock.pass(4000);
  assert.equal(engine.field("rapportgegevens", "gemeente").value, "Bb");
  world.server.newsFate = { delay: 3000 };
  await world.clock.pass(4500);
  engine.type("rapportgegevens", "gemeente", "Cc");
  await world.clock.pass(2000);
  assert.equal(engine.field("rapportgegevens", "gemeente").stored, "Cc");
  await world.clock.pass(1000);
  assert.equal(engine.field("rapportgegevens", "gemeente").value, "Cc");
});

test("a page drawn before a particular was saved does not undo it", async () => {
  const world = new World();
  world.server.putParticular("gemeente", "Aa");
  const old = world.server.state();
  const { engine } = await world.opened();
  engine.type("rapportgegevens", "gemeente", "Bb");
  await world.clock.pass(1000);
  await engine.open(ID, "stap-3", old);
  assert.equal(engine.field("rapportgegevens", "gemeente").value, "Bb");
});

test("the page as a whole became another: said to all, until it is drawn again", async () => {
  const world = new World();
  const { engine } = await world.opened();
  /** @type {(Set<string> | null)[]} */
  const told = [];
  engine.subscribe((subjects) => told.push(subjects));
  world.server.details = "verdiept";
  await world.clock.pass(4000);
  assert.deepEqual([engine.isOutdated, told], [true, [null]]);
  await engine.open(ID, "stap-3", world.server.state());
  assert.equal(engine.isOutdated, false);
});

test("no news because the server cannot be reached: offline, until it can", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.newsFate = "down";
  await world.clock.pass(4000);
  assert.equal(engine.isOffline, true);
  world.server.newsFate = "works";
  await world.clock.pass(4000);
  assert.equal(engine.isOffline, false);
});

test("what was told is not asked again, and progress that did not come is", async () => {
  const world = new World();
  world.server.newsFate = "down";
  await world.opened();
  world.server.newsFate = "works";
  world.server.put("n1", "was", "van Sam");
  await world.clock.pass(8000);
  const asked = world.server.questions.map(({ url }) => new URLSearchParams(url.split("?")[1]));
  assert.deepEqual(
    asked.map((query) => query.get("after")),
    ["0", "0", "1"],
  );
  assert.deepEqual(
    asked.map((query) => query.get("progress")),
    ["1", "1", null],
  );
});

test("one question at a time, however slow the answer", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.newsFate = { delay: 3000 };
  await world.clock.pass(4000);
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(2999);
  assert.equal(world.server.questions.length, 2);
  await world.clock.pass(10);
  assert.match(world.server.questions[2].url, /progress=1/);
});

test("particulars that were asked for before a save of the same moment do not undo it", async () => {
  const world = new World();
  Object.defineProperty(world.server, "at", { value: "2026-03-02T09:00:00Z" });
  world.server.putParticular("gemeente", "Aa");
  const { engine } = await world.opened();
  world.server.newsFate = { delay: 3000 };
  await world.clock.pass(4500);
  engine.type("rapportgegevens", "gemeente", "Bb");
  await world.clock.pass(2500);
  assert.equal(engine.field("rapportgegevens", "gemeente").value, "Bb");
});
