// @ts-check
// Typing and choosing are saved, whatever the network and the server do.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ID, World } from "./engine_world.js";

test("what is typed is sent half a second after the last key, with what the user was looking at", async () => {
  const world = new World();
  world.server.put("n1", "was", "eerst");
  const { engine } = await world.opened();
  engine.type("n1", "was", "eerst a");
  await world.clock.pass(400);
  engine.type("n1", "was", "eerst ab");
  await world.clock.pass(499);
  assert.equal(world.server.saves.length, 0);
  assert.equal(engine.field("n1", "was").state, "waiting");
  await world.clock.pass(1);
  assert.deepEqual(world.server.saves[0].changes, [{ subject: "n1", field: "was", value: "eerst ab", seen: 1 }]);
  assert.match(world.server.saves[0].url, /^\/antwoorden\/z1$/);
  const { value, stored, event, state } = engine.field("n1", "was");
  assert.deepEqual(
    { value, stored, event, state },
    { value: "eerst ab", stored: "eerst ab", event: 2, state: "stored" },
  );
});

test("who keeps typing is saved a second and a half after the first key", async () => {
  const world = new World();
  const { engine } = await world.opened();
  for (let key = 1; key <= 16; key += 1) {
    engine.type("n1", "was", "a".repeat(key));
    await world.clock.pass(100);
  }
  const [save] = world.server.saves;
  assert.equal(save.at - (world.clock.time - 1600), 1500);
  assert.equal(save.changes[0].value, "a".repeat(15));
});

test("one request at a time: what changes meanwhile goes in the next", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fate = { delay: 5000 };
  engine.type("n1", "was", "a");
  await world.clock.pass(600);
  engine.type("n1", "was", "ab");
  engine.choose("n2", "niveau", "2");
  await world.clock.pass(1000);
  assert.equal(world.server.saves.length, 1);
  await world.clock.pass(3900);
  assert.equal(world.server.saves.length, 2);
  assert.deepEqual(
    world.server.saves[1].changes.map(({ value, seen }) => [value, seen]),
    [
      ["ab", 1],
      ["2", 0],
    ],
  );
});

test("choices of one moment go at once, in one request", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.choose("n1", "niveau", "2");
  engine.choose("n2", "niveau", "3");
  await world.clock.pass(0);
  assert.deepEqual(
    world.server.saves.map(({ changes }) => changes.map(({ value }) => value)),
    [["2", "3"]],
  );
});

test("a field that was never filled in is empty, a cleared one is stored", async () => {
  const world = new World();
  world.server.put("n1", "was", "");
  const { engine } = await world.opened();
  assert.equal(engine.field("n1", "was").state, "stored");
  assert.equal(engine.field("n1", "bewijs").state, "empty");
  assert.deepEqual(Object.keys(engine.fields("n1")), ["was"]);
});

test("the listener hears of each step with its subject, and a listener that fails stops nothing", async () => {
  const world = new World();
  const { engine } = await world.opened();
  /** @type {string[]} */
  const states = [];
  const errors = test.mock.method(console, "error", () => {});
  engine.subscribe(() => {
    throw new Error("a view with a bug");
  });
  engine.subscribe((subjects) => subjects?.has("n1") && states.push(engine.field("n1", "niveau").state));
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(0);
  assert.deepEqual([states[0], states.at(-1)], ["waiting", "stored"]);
  assert.ok(errors.mock.callCount() > 0);
  errors.mock.restore();
});

test("the server cleans a text: shown at once, but below a cursor only when the focus leaves", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.type("n1", "was", "a\u0007b");
  engine.focus({ subject: "n2", field: "was" });
  engine.type("n2", "was", "c\u0007d");
  await world.clock.pass(500);
  const first = engine.field("n1", "was");
  assert.deepEqual([first.value, first.stored, first.state], ["ab", "ab", "stored"]);
  const second = engine.field("n2", "was");
  assert.deepEqual([second.value, second.stored, second.state], ["c\u0007d", "cd", "stored"]);
  engine.focus(null);
  assert.equal(engine.field("n2", "was").value, "cd");
  await world.clock.pass(10_000);
  assert.equal(world.server.saves.length, 1);
});

test("a server that restarts while someone types: tried again after 1, 2 and 4 seconds, and nothing is lost", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = ["down", { status: 502, body: "<html>" }, "down"];
  engine.type("n1", "was", "a");
  await world.clock.pass(500);
  assert.equal(engine.field("n1", "was").state, "offline");
  assert.equal(engine.isOffline, true);
  await world.clock.pass(2000);
  engine.type("n1", "was", "ab");
  await world.clock.pass(6000);
  const start = world.server.saves[0].at;
  assert.deepEqual(
    world.server.saves.map(({ at }) => at - start),
    [0, 1000, 3000, 7000],
  );
  assert.equal(world.server.value("n1", "was"), "ab");
  assert.equal(engine.field("n1", "was").state, "stored");
  assert.equal(engine.isOffline, false);
});

test("a minute without a connection: at most 15 seconds between tries; and at once when it is back", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fate = "down";
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(60_000);
  const times = world.server.saves.map(({ at }) => at);
  const rests = times.slice(1).map((at, place) => at - times[place]);
  assert.deepEqual(rests, [1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  world.server.fate = "works";
  engine.retry();
  await world.clock.pass(0);
  assert.equal(engine.field("n1", "niveau").state, "stored");
});

test("news that comes through again after a failure sends what waits", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fate = world.server.newsFate = "down";
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(30_000);
  world.server.fate = world.server.newsFate = "works";
  await world.clock.pass(4000);
  assert.equal(engine.field("n1", "niveau").state, "stored");
});

test("an answer that does not come is given up after 20 seconds", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = ["hangs"];
  engine.choose("n1", "niveau", "2");
  await world.clock.pass(19_999);
  assert.equal(engine.field("n1", "niveau").state, "waiting");
  await world.clock.pass(1);
  assert.equal(engine.field("n1", "niveau").state, "offline");
  await world.clock.pass(1000);
  assert.equal(engine.field("n1", "niveau").state, "stored");
});

for (const answer of [
  { status: 200, body: "<html>" },
  { status: 200, body: { saved: [] } },
  { status: 500, body: {} },
  { status: 503, body: { error: { code: "storage", message: "Later." } } },
]) {
  test(`no sensible answer (${answer.status}, ${JSON.stringify(answer.body)}) is tried again`, async () => {
    const world = new World();
    const { engine } = await world.opened();
    world.server.fates = [answer];
    engine.choose("n1", "niveau", "2");
    await world.clock.pass(0);
    assert.equal(engine.field("n1", "niveau").state, "offline");
    await world.clock.pass(1000);
    assert.equal(engine.field("n1", "niveau").state, "stored");
  });
}

test("an answer was lost and the user typed on: no conflict with their own text", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = ["lost"];
  engine.type("n1", "was", "eerste tekst");
  await world.clock.pass(500);
  engine.type("n1", "was", "eerste tekst, en meer");
  await world.clock.pass(2000);
  assert.equal(world.server.value("n1", "was"), "eerste tekst, en meer");
  const { state, conflict } = engine.field("n1", "was");
  assert.deepEqual({ state, conflict }, { state: "stored", conflict: null });
});

test("an answer was lost and the user took the text back: that is stored", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = ["lost"];
  engine.type("n1", "was", "weg ermee");
  await world.clock.pass(500);
  engine.type("n1", "was", "");
  await world.clock.pass(2000);
  assert.equal(world.server.value("n1", "was"), "");
  assert.equal(engine.field("n1", "was").state, "stored");
});

test("an answer was lost and a colleague changed that text: a conflict", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = ["lost"];
  engine.type("n1", "was", "van mij");
  await world.clock.pass(500);
  world.server.put("n1", "was", "van Sam");
  engine.type("n1", "was", "van mij, en meer");
  await world.clock.pass(2000);
  assert.equal(engine.field("n1", "was").conflict?.theirs, "van Sam");
});

test("particulars have no events: compared by the text that was seen, in conflict too", async () => {
  const world = new World();
  world.server.putParticular("gemeente", "Aa");
  const { engine } = await world.opened();
  engine.type("rapportgegevens", "gemeente", "Bb");
  await world.clock.pass(500);
  const [change] = world.server.saves[0].changes;
  assert.deepEqual([change.seen, change.before], [0, "Aa"]);
  assert.equal(engine.field("rapportgegevens", "gemeente").state, "stored");
  world.server.putParticular("gemeente", "Cc");
  engine.type("rapportgegevens", "gemeente", "Dd");
  await world.clock.pass(500);
  assert.equal(engine.field("rapportgegevens", "gemeente").conflict?.theirs, "Cc");
  engine.settle("rapportgegevens", "gemeente", "mine");
  await world.clock.pass(0);
  assert.equal(world.server.particulars.gemeente, "Dd");
  assert.equal(engine.field("rapportgegevens", "gemeente").state, "stored");
});

test("another assessment: what waited for the first one is sent, also when that fails at first", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = ["down"];
  engine.type("n1", "was", "van z1");
  await engine.open("z2", "stap-3", world.server.state("z2"));
  assert.equal(engine.field("n1", "was").value, "");
  engine.type("n1", "was", "van z2");
  await world.clock.pass(2000);
  assert.equal(world.server.value("n1", "was", "z1"), "van z1");
  assert.equal(world.server.value("n1", "was", "z2"), "van z2");
});

test("the history of a subject, or in Dutch that it cannot be had", async () => {
  const world = new World();
  world.server.put("proces:stap-3:a", "naam", "eerst");
  const { engine } = await world.opened();
  const { events } = await engine.history("proces:stap-3:a");
  assert.deepEqual(
    events.map(({ value }) => value),
    ["eerst"],
  );
  world.server.newsFate = "down";
  await assert.rejects(engine.history("n1"), /niet op te halen/);
});

test("the history waits for the words that were typed last, unless they cannot be sent", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = [{ delay: 100 }, "down"];
  engine.type("n1", "was", "net getypt");
  const asked = engine.history("n1");
  await world.clock.pass(100);
  assert.deepEqual(
    (await asked).events.map(({ value }) => value),
    ["net getypt"],
  );
  engine.type("n1", "was", "niet te versturen");
  const later = engine.history("n1");
  await world.clock.pass(0);
  assert.deepEqual(
    (await later).events.map(({ value }) => value),
    ["net getypt"],
  );
});

test("an answer that comes between two keys does not send the second one before its pause", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = [{ delay: 100 }];
  engine.type("n1", "was", "a");
  await world.clock.pass(550);
  engine.type("n1", "was", "ab");
  await world.clock.pass(499);
  assert.equal(world.server.saves.length, 1);
  await world.clock.pass(1);
  assert.equal(world.server.saves.length, 2);
});

test("back in an assessment that was left while a field had the focus: what others saved shows", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.focus({ subject: "n1", field: "was" });
  await engine.open("z2", "stap-3", world.server.state("z2"));
  world.server.put("n1", "was", "van Sam");
  await engine.open(ID, "stap-3", world.server.state());
  assert.equal(engine.field("n1", "was").value, "van Sam");
});
