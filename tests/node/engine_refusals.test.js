// @ts-check
// The server says no: what that means for a field, and for what was sent with it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ID, World } from "./engine_world.js";

const LOCKED = { code: /** @type {const} */ ("locked"), message: "Deze ronde is vastgesteld." };

test("a batch with one conflict: the others are stored, the text stays and is not sent until it is settled", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.put("n1", "was", "van Sam");
  engine.type("n1", "was", "van mij");
  engine.type("n2", "was", "ander veld");
  await world.clock.pass(500);
  assert.equal(world.server.value("n2", "was"), "ander veld");
  const { value, state, conflict } = engine.field("n1", "was");
  assert.deepEqual([value, state, conflict?.theirs, conflict?.author], ["van mij", "conflict", "van Sam", "Sam"]);
  engine.type("n1", "was", "van mij, later");
  await world.clock.pass(5000);
  assert.equal(world.server.value("n1", "was"), "van Sam");
  assert.equal(engine.field("n1", "was").state, "conflict");
});

for (const [choice, expected] of /** @type {const} */ ([
  ["mine", "van mij"],
  ["theirs", "van Sam"],
  ["both", "van Sam\n\nvan mij"],
])) {
  test(`a conflict settled with ${choice}`, async () => {
    const world = new World();
    const { engine } = await world.opened();
    world.server.put("n1", "was", "van Sam");
    engine.type("n1", "was", "van mij");
    await world.clock.pass(500);
    engine.settle("n1", "was", choice);
    await world.clock.pass(0);
    assert.equal(world.server.value("n1", "was"), expected);
    const { value, state } = engine.field("n1", "was");
    assert.deepEqual([value, state], [expected, "stored"]);
    assert.deepEqual(world.storage.drafts, []);
  });
}

test("somebody stored the very text that stands here: no conflict", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.put("n1", "niveau", "2");
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(0);
  const { state, event } = engine.field("n1", "niveau");
  assert.deepEqual({ state, event }, { state: "stored", event: 1 });
});

test("a refused value is marked and the others are stored; another value is tried", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.type("n1", "was", "onzin");
  engine.type("n2", "was", "goed");
  await world.clock.pass(500);
  const { state, message, isFinal } = engine.field("n1", "was");
  assert.deepEqual({ state, message, isFinal }, { state: "refused", message: "Dat kan niet.", isFinal: false });
  assert.equal(world.server.value("n2", "was"), "goed");
  engine.type("n1", "was", "beter");
  assert.equal(engine.field("n1", "was").state, "waiting");
  await world.clock.pass(500);
  assert.equal(world.server.value("n1", "was"), "beter");
});

test("retry sends again what was refused", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.type("n1", "was", "onzin");
  await world.clock.pass(500);
  world.server.isInvalid = () => false;
  engine.retry();
  await world.clock.pass(0);
  assert.equal(world.server.value("n1", "was"), "onzin");
});

test("discard throws a refused text away, and its draft", async () => {
  const world = new World();
  world.server.put("n1", "was", "oud");
  const { engine } = await world.opened();
  engine.type("n1", "was", "onzin");
  await world.clock.pass(500);
  engine.discard("n1", "was");
  const { value, state } = engine.field("n1", "was");
  assert.deepEqual([value, state, world.storage.drafts.length], ["oud", "stored", 0]);
});

test("a settled round refuses everything that waits, for good", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.refusal = LOCKED;
  engine.type("n1", "was", "a");
  engine.type("n2", "was", "b");
  await world.clock.pass(500);
  for (const subject of ["n1", "n2"]) {
    const { value, state, message, isFinal } = engine.field(subject, "was");
    assert.ok(value);
    assert.deepEqual({ state, message, isFinal }, { state: "refused", message: LOCKED.message, isFinal: true });
  }
  engine.retry();
  await world.clock.pass(60_000);
  assert.equal(world.server.saves.length, 1);
});

test("a round that was opened again takes what was refused", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.refusal = LOCKED;
  engine.type("n1", "was", "a");
  await world.clock.pass(500);
  world.server.refusal = null;
  await engine.open(ID, "stap-3", { ...world.server.state(), details: "weer open" });
  await world.clock.pass(0);
  assert.equal(engine.field("n1", "was").state, "stored");
});

test("a refusal that names no field: one by one, and only the culprit is refused", async () => {
  const world = new World();
  const { engine } = await world.opened();
  const save = world.server.save.bind(world.server);
  const tooLarge = { status: 413, body: "<html>" };
  world.server.save = (id, changes, author) =>
    changes.some(({ value }) => value === "groot") ? tooLarge : save(id, changes, author);
  for (const [subject, value] of [
    ["n1", "a"],
    ["n2", "groot"],
    ["n3", "c"],
  ])
    engine.choose(subject, "was", value);
  await world.clock.pass(0);
  assert.deepEqual(
    ["n1", "n2", "n3"].map((subject) => engine.field(subject, "was").state),
    ["stored", "refused", "stored"],
  );
  assert.match(engine.field("n2", "was").message, /te groot/);
});

test("refused when another text stands there already: that one is tried", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = [{ delay: 100 }];
  engine.type("n1", "was", "onzin");
  await world.clock.pass(550);
  engine.type("n1", "was", "zin");
  await world.clock.pass(200);
  assert.equal(engine.field("n1", "was").state, "waiting");
  await world.clock.pass(500);
  assert.equal(engine.field("n1", "was").state, "stored");
});
