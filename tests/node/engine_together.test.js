// @ts-check
// Fields that belong together are stored all or none.

import assert from "node:assert/strict";
import { test } from "node:test";

import { World } from "./engine_world.js";

const PAIR = [
  { subject: "proces:stap-3:a", field: "volgorde", value: "2" },
  { subject: "proces:stap-3:b", field: "volgorde", value: "1" },
];
const NO_CONNECTION = "Geen verbinding: er is niets veranderd. Probeer het opnieuw als de verbinding er weer is.";

/** @param {import("../../app_pages/cards/browser/contract").Engine} engine */
function orders(engine) {
  return PAIR.map(({ subject, field }) => engine.field(subject, field).value);
}

async function withPair() {
  const world = new World();
  world.server.put("proces:stap-3:a", "volgorde", "1");
  world.server.put("proces:stap-3:b", "volgorde", "2");
  return { world, ...(await world.opened()) };
}

test("shown at once, stored in one request, without a draft", async () => {
  const { world, engine } = await withPair();
  world.server.fates = [{ delay: 100 }];
  const result = engine.together(PAIR);
  assert.deepEqual(orders(engine), ["2", "1"]);
  await world.clock.pass(50);
  assert.deepEqual(world.storage.drafts, []);
  await world.clock.pass(50);
  assert.equal(await result, "");
  assert.deepEqual(
    world.server.saves.map(({ changes }) => changes.length),
    [2],
  );
  assert.deepEqual(
    PAIR.map(({ subject, field }) => engine.field(subject, field).state),
    ["stored", "stored"],
  );
});

test("after what was under way for the same field", async () => {
  const { world, engine } = await withPair();
  world.server.fates = [{ delay: 100 }];
  engine.choose("proces:stap-3:a", "volgorde", "7");
  await world.clock.pass(10);
  const result = engine.together(PAIR);
  await world.clock.pass(200);
  assert.equal(await result, "");
  assert.deepEqual(
    world.server.saves.map(({ changes }) => changes.map(({ value }) => value)),
    [["7"], ["2", "1"]],
  );
});

test("refused: back to what it was, what a colleague stored shows, and why", async () => {
  const { world, engine } = await withPair();
  world.server.put("proces:stap-3:b", "volgorde", "9");
  const result = engine.together(PAIR);
  await world.clock.pass(0);
  assert.equal(await result, "Anders.");
  assert.deepEqual(orders(engine), ["1", "9"]);
  assert.equal(world.server.value("proces:stap-3:a", "volgorde"), "1");
  assert.equal(engine.hasUnsaved(), false);
});

test("words that were typed before and not sent come back when it is refused, and are sent", async () => {
  const { world, engine } = await withPair();
  engine.type("n1", "was", "getypt");
  const result = engine.together([
    { subject: "n1", field: "was", value: "" },
    { subject: "n1", field: "niveau", value: "onzin" },
  ]);
  assert.equal(engine.field("n1", "was").value, "");
  assert.deepEqual(world.storage.drafts, ["getypt"]);
  await world.clock.pass(0);
  assert.equal(await result, "Dat kan niet.");
  assert.equal(engine.field("n1", "was").value, "getypt");
  await world.clock.pass(500);
  assert.equal(world.server.value("n1", "was"), "getypt");
});

test("words typed after it stay, whatever becomes of it", async () => {
  for (const fate of /** @type {const} */ (["works", "lost"])) {
    const { world, engine } = await withPair();
    world.server.fates = [fate];
    const result = engine.together([
      { subject: "n1", field: "was", value: "" },
      { subject: "n1", field: "niveau", value: "2" },
    ]);
    engine.type("n1", "was", "erna");
    await world.clock.pass(5000);
    await result;
    assert.equal(world.server.value("n1", "was"), "erna");
  }
});

test("without a connection it did not happen, also when only the answer was lost", async () => {
  for (const fate of /** @type {const} */ (["down", "lost"])) {
    const { world, engine } = await withPair();
    world.server.fates = [fate];
    const result = engine.together(PAIR);
    await world.clock.pass(0);
    assert.equal(await result, NO_CONNECTION);
    assert.deepEqual(orders(engine), ["1", "2"]);
    await world.clock.pass(5000);
    const stored = PAIR.map(({ subject, field }) => world.server.value(subject, field));
    assert.deepEqual(stored, ["1", "2"], fate);
    assert.equal(engine.hasUnsaved(), false);
  }
});

test("known to be without a connection: said at once, nothing is sent", async () => {
  const { world, engine } = await withPair();
  world.server.fate = "down";
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(0);
  assert.equal(await engine.together(PAIR), NO_CONNECTION);
  assert.deepEqual(orders(engine), ["1", "2"]);
});

test("one after another: the second is built on the first, and fails with it", async () => {
  const { world, engine } = await withPair();
  const back = PAIR.map((each, place) => ({ ...each, value: String(place + 5) }));
  const both = [engine.together(PAIR), engine.together(back)];
  await world.clock.pass(0);
  assert.deepEqual(await Promise.all(both), ["", ""]);
  assert.deepEqual(orders(engine), ["5", "6"]);
  world.server.refusal = { code: "locked", message: "Vastgesteld." };
  const failing = [engine.together(PAIR), engine.together(PAIR.map((each) => ({ ...each, value: "8" })))];
  await world.clock.pass(0);
  assert.deepEqual(await Promise.all(failing), ["Vastgesteld.", "Vastgesteld."]);
  assert.deepEqual(orders(engine), ["5", "6"]);
});

test("a field that waits for a choice of the user first", async () => {
  const { world, engine } = await withPair();
  world.server.put("n1", "was", "van Sam");
  engine.type("n1", "was", "van mij");
  await world.clock.pass(500);
  assert.match(await engine.together([{ subject: "n1", field: "was", value: "" }]), /Kies eerst/);
  assert.equal(engine.field("n1", "was").value, "van mij");
});

test("of nothing, nothing is asked", async () => {
  const { world, engine } = await withPair();
  assert.equal(await engine.together([]), "");
  assert.equal(world.server.saves.length, 0);
});
