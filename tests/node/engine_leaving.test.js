// @ts-check
// The page goes away: what is not known to be stored is sent so that it survives.

import assert from "node:assert/strict";
import { test } from "node:test";

import { World } from "./engine_world.js";

test("what was typed last is sent at once, with keepalive", async () => {
  const world = new World();
  const { engine, crash } = await world.opened();
  engine.type("n1", "was", "laatste woord");
  engine.flush(true);
  crash();
  await world.clock.pass(0);
  assert.deepEqual(
    world.server.saves.map(({ keepalive }) => keepalive),
    [true],
  );
  assert.equal(world.server.value("n1", "was"), "laatste woord");
});

test("leaving twice sends once", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fate = { delay: 50 };
  engine.type("n1", "was", "laatste woord");
  engine.flush(true);
  engine.flush(true);
  await world.clock.pass(100);
  assert.equal(world.server.saves.length, 1);
  assert.equal(engine.field("n1", "was").state, "stored");
});

test("a request under way may be cut off: sent again, apart from what is sure", async () => {
  const world = new World();
  const { engine, crash } = await world.opened();
  world.server.fates = ["hangs"];
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(10);
  engine.type("n2", "was", "erna");
  engine.flush(true);
  crash();
  await world.clock.pass(0);
  const left = world.server.saves.filter(({ keepalive }) => keepalive);
  assert.deepEqual(
    left.map(({ changes }) => changes.map(({ value }) => value)),
    [["erna"], ["2"]],
  );
  assert.equal(world.server.value("n1", "niveau"), "2");
});

test("more than a browser lets survive: as many as fit, the rest without keepalive and in a draft", async () => {
  const world = new World();
  const { engine } = await world.opened();
  for (let place = 0; place < 5; place += 1) engine.type(`n${place}`, "was", `${place}`.repeat(20_000));
  engine.flush(true);
  assert.equal(world.storage.drafts.length, 5);
  await world.clock.pass(0);
  const surviving = world.server.saves.filter(({ keepalive }) => keepalive);
  assert.ok(surviving.reduce((sum, { size }) => sum + size, 0) <= 65_536);
  assert.equal(surviving.flatMap(({ changes }) => changes).length, 2);
  assert.equal(world.server.saves.flatMap(({ changes }) => changes).length, 5);
});

test("an offline tab that leaves and a page that stays go on afterwards", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fate = "down";
  engine.type("n1", "was", "a");
  engine.flush(true);
  await world.clock.pass(0);
  assert.equal(engine.field("n1", "was").state, "offline");
  world.server.fate = "works";
  await world.clock.pass(1000);
  assert.equal(engine.field("n1", "was").state, "stored");
});

test("fields that belong together go as one, not yet sent or under way", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = [{ delay: 100 }];
  const pair = ["a", "b"].map((id) => ({ subject: `proces:stap-3:${id}`, field: "volgorde", value: "1" }));
  const result = engine.together(pair);
  await world.clock.pass(10);
  engine.flush(true);
  await world.clock.pass(200);
  assert.equal(await result, "");
  assert.deepEqual(
    world.server.saves.map(({ changes, keepalive }) => [changes.length, keepalive]),
    [
      [2, false],
      [2, true],
    ],
  );
  assert.equal(world.server.events.length, 2);
});

test("refused texts and conflicts are not sent again", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.type("n1", "was", "onzin");
  await world.clock.pass(500);
  engine.flush(true);
  assert.equal(world.server.saves.length, 1);
});

test("left with a newer text than is under way: the answers may come in any order", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = [{ delay: 2000 }];
  engine.type("n1", "was", "een");
  await world.clock.pass(600);
  engine.type("n1", "was", "een twee");
  engine.flush(true);
  await world.clock.pass(100);
  assert.equal(engine.field("n1", "was").conflict, null);
  await world.clock.pass(3000);
  const { stored, state } = engine.field("n1", "was");
  assert.deepEqual([stored, state, world.server.value("n1", "was")], ["een twee", "stored", "een twee"]);
});

test("an old answer after a newer one says nothing any more", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = [{ delay: 3000 }];
  engine.type("n1", "was", "een");
  await world.clock.pass(600);
  engine.flush(true);
  await world.clock.pass(0);
  assert.equal(engine.field("n1", "was").event, 1);
  engine.type("n1", "was", "een twee");
  engine.flush(true);
  await world.clock.pass(100);
  assert.equal(engine.field("n1", "was").event, 2);
  await world.clock.pass(3000);
  assert.deepEqual([engine.field("n1", "was").event, engine.field("n1", "was").stored], [2, "een twee"]);
  assert.equal(world.server.saves.length, 3);
});

test("an old conflict after it was settled says nothing any more", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.put("n1", "was", "van Sam");
  world.server.fates = [{ delay: 3000 }];
  engine.type("n1", "was", "van mij");
  await world.clock.pass(600);
  engine.flush(true);
  await world.clock.pass(0);
  assert.equal(engine.field("n1", "was").state, "conflict");
  engine.settle("n1", "was", "mine");
  engine.flush(true);
  await world.clock.pass(100);
  engine.type("n1", "was", "van mij, later");
  await world.clock.pass(5000);
  const { state, conflict } = engine.field("n1", "was");
  assert.deepEqual([state, conflict, world.server.value("n1", "was")], ["stored", null, "van mij, later"]);
});

test("fields that belong together are stored when one of their requests arrives", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = ["hangs", { delay: 19_995 }];
  const result = engine.together([{ subject: "n1", field: "niveau", value: "2" }]);
  await world.clock.pass(10);
  engine.flush(true);
  await world.clock.pass(19_992);
  assert.equal(engine.field("n1", "niveau").value, "2");
  await world.clock.pass(10);
  assert.equal(await result, "");
});

test("fields that belong together wait for what was sent in leaving", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = [{ delay: 1000 }];
  engine.type("n1", "was", "a");
  engine.flush(true);
  const result = engine.together([{ subject: "n1", field: "was", value: "" }]);
  await world.clock.pass(900);
  assert.equal(world.server.saves.length, 1);
  await world.clock.pass(200);
  assert.equal(await result, "");
  assert.deepEqual(
    world.server.saves.map(({ changes }) => changes[0].seen),
    [0, 1],
  );
});
