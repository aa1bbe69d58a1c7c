// @ts-check
// What is not stored is kept in the browser, and put back by a next visit.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FakeStorage, ID, World } from "./engine_world.js";

test("every key is in the storage before anything is sent, and gone when it is stored", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.type("n1", "was", "a");
  assert.deepEqual(world.storage.drafts, ["a"]);
  assert.equal(world.server.saves.length, 0);
  engine.type("n1", "was", "ab");
  assert.deepEqual(world.storage.drafts, ["ab"]);
  await world.clock.pass(500);
  assert.deepEqual(world.storage.drafts, []);
});

test("a text taken back before it was sent leaves no draft and is not sent", async () => {
  const world = new World();
  const { engine } = await world.opened();
  engine.type("n1", "was", "a");
  engine.type("n1", "was", "");
  await world.clock.pass(5000);
  assert.deepEqual([world.storage.drafts.length, world.server.saves.length], [0, 0]);
});

test("a tab that crashed: its text is put back and sent at once", async () => {
  const world = new World();
  const first = await world.opened();
  first.engine.type("n1", "was", "bijna weg");
  first.crash();
  const { engine } = await world.opened();
  const { value, state, isRecovered } = engine.field("n1", "was");
  assert.deepEqual({ value, state, isRecovered }, { value: "bijna weg", state: "stored", isRecovered: true });
  assert.deepEqual(world.storage.drafts, []);
  engine.type("n1", "was", "bijna weg!");
  assert.equal(engine.field("n1", "was").isRecovered, false);
});

test("a draft that turned out to be stored is removed without a word", async () => {
  const world = new World();
  const first = await world.opened();
  world.server.fate = "lost";
  first.engine.type("n1", "was", "toch gelukt");
  await world.clock.pass(600);
  first.crash();
  world.server.fate = "works";
  const { engine } = await world.opened();
  assert.deepEqual([engine.field("n1", "was").isRecovered, world.storage.drafts.length], [false, 0]);
});

test("an earlier text of the draft was stored after all: the later one follows without a conflict", async () => {
  const world = new World();
  const first = await world.opened();
  world.server.fate = "lost";
  first.engine.type("n1", "was", "een");
  await world.clock.pass(600);
  first.engine.type("n1", "was", "een twee");
  first.crash();
  world.server.fate = "works";
  const { engine } = await world.opened();
  assert.equal(engine.field("n1", "was").conflict, null);
  assert.equal(world.server.value("n1", "was"), "een twee");
});

test("somebody changed the field since: put back as a conflict, with who it was", async () => {
  const world = new World();
  const first = await world.opened();
  first.engine.type("n1", "was", "van mij");
  first.crash();
  world.server.put("n1", "was", "van Sam");
  const { engine } = await world.opened();
  const { value, conflict } = engine.field("n1", "was");
  assert.deepEqual([value, conflict?.theirs, conflict?.author], ["van mij", "van Sam", "Sam"]);
  assert.deepEqual(world.storage.drafts, ["van mij"]);
});

test("a draft of a subject that is not on this page is sent too; one that cannot be is told of", async () => {
  const world = new World();
  const first = await world.opened();
  first.engine.type("actie:1", "tekst", "elders");
  first.engine.type("actie:2", "tekst", "onzin");
  first.crash();
  const { engine } = await world.opened();
  assert.equal(world.server.value("actie:1", "tekst"), "elders");
  assert.deepEqual(engine.unsaved(), [{ subject: "actie:2", field: "tekst", value: "onzin", state: "refused" }]);
  assert.equal(engine.hasUnsaved(), true);
});

test("two tabs at once leave each other's drafts alone", async () => {
  const world = new World();
  world.server.fate = "down";
  const first = await world.opened();
  first.engine.type("n1", "was", "eerste tab");
  const second = await world.opened();
  assert.equal(second.engine.field("n1", "was").value, "");
  second.engine.type("n2", "was", "tweede tab");
  await world.clock.pass(2000);
  assert.deepEqual(world.storage.drafts.sort(), ["eerste tab", "tweede tab"]);
});

test("a tab that crashes while another is open: put back a little later, also when it seemed open at first", async () => {
  const world = new World();
  world.server.fate = "down";
  const first = await world.opened();
  first.engine.type("n1", "was", "eerste tab");
  const second = await world.opened();
  first.crash();
  world.server.fate = "works";
  await world.clock.pass(16_000);
  assert.equal(second.engine.field("n1", "was").value, "eerste tab");
  assert.equal(world.server.value("n1", "was"), "eerste tab");
});

test("two gone tabs typed in the same field: both texts, oldest first, once", async () => {
  const world = new World();
  world.server.fate = "down";
  const first = await world.opened();
  const second = await world.opened();
  first.engine.type("n1", "was", "oudste");
  await world.clock.pass(50);
  second.engine.type("n1", "was", "nieuwste");
  first.crash();
  second.crash();
  const third = await world.opened();
  assert.equal(third.engine.field("n1", "was").value, "oudste\n\nnieuwste");
  third.crash();
  world.server.fate = "works";
  await world.opened();
  assert.equal(world.server.value("n1", "was"), "oudste\n\nnieuwste");
});

test("two gone tabs chose in the same field: the newest choice", async () => {
  const world = new World();
  world.server.fate = "down";
  const first = await world.opened();
  const second = await world.opened();
  first.engine.choose("n1", "niveau", "1");
  await world.clock.pass(50);
  second.engine.choose("n1", "niveau", "3");
  first.crash();
  second.crash();
  world.server.fate = "works";
  await world.opened();
  assert.equal(world.server.value("n1", "niveau"), "3");
});

test("a field that is being typed in is left alone; its old draft waits", async () => {
  const world = new World();
  world.server.fate = "down";
  const first = await world.opened();
  first.engine.type("n1", "was", "vroeger");
  first.crash();
  const second = world.tab();
  const opening = second.engine.open(ID, "stap-3", world.server.state());
  second.engine.type("n1", "was", "nu");
  await opening;
  assert.equal(second.engine.field("n1", "was").value, "nu");
  assert.deepEqual(world.storage.drafts, ["vroeger", "nu"]);
});

test("a storage that is full or absent: said, and everything else goes on", async () => {
  for (const storage of [Object.assign(new FakeStorage(), { isFull: true }), null]) {
    const world = new World();
    const { engine } = await world.opened({ storage });
    assert.equal(engine.keepsDrafts, false);
    engine.type("n1", "was", "a");
    await world.clock.pass(500);
    assert.equal(world.server.value("n1", "was"), "a");
  }
});

test("a storage that fills up: not kept until that text is stored", async () => {
  const world = new World();
  const { engine } = await world.opened();
  assert.equal(engine.keepsDrafts, true);
  world.storage.isFull = true;
  engine.type("n1", "was", "a");
  assert.equal(engine.keepsDrafts, false);
  await world.clock.pass(500);
  assert.equal(engine.keepsDrafts, true);
});

test("a draft that cannot be read stops nothing", async () => {
  const world = new World();
  world.storage.setItem('was-wordt-concept ["z1","n1","was","tab-0"]', "{");
  world.storage.setItem("was-wordt-concept ?", "{}");
  world.storage.setItem('was-wordt-concept ["z1","n2","was","tab-0"]', '{"value": 3}');
  const { engine } = await world.opened();
  assert.equal(engine.field("n1", "was").state, "empty");
  assert.equal(world.storage.length, 3);
});

test("a long time without a connection does not fill the storage with what was sent", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fate = "down";
  for (let key = 1; key <= 200; key += 1) {
    engine.type("n1", "was", `${key} `.repeat(1000));
    await world.clock.pass(15_000);
  }
  const [draft] = [...world.storage.texts.values()];
  assert.ok(draft.length < 4 * 200 * 10 + 4000, `${draft.length} characters`);
});

test("crashed while a save was under way: that text is known as the user's own", async () => {
  const world = new World();
  const first = await world.opened();
  world.server.fates = [{ delay: 10_000 }];
  first.engine.type("n1", "was", "een");
  await world.clock.pass(600);
  first.engine.type("n1", "was", "een twee");
  first.crash();
  const { engine } = await world.opened();
  assert.equal(engine.field("n1", "was").conflict, null);
  assert.equal(world.server.value("n1", "was"), "een twee");
});

test("taken back while a save was under way: kept until that is stored too", async () => {
  const world = new World();
  const { engine } = await world.opened();
  world.server.fates = [{ delay: 1000 }];
  engine.type("n1", "was", "a");
  await world.clock.pass(600);
  engine.type("n1", "was", "");
  assert.deepEqual([engine.field("n1", "was").state, world.storage.drafts], ["waiting", [""]]);
  await world.clock.pass(2000);
  assert.deepEqual([world.server.value("n1", "was"), world.storage.drafts], ["", []]);
});
