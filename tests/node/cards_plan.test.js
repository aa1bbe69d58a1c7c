// @ts-check
// Actions of the plan, and the row of steps of a process.

import assert from "node:assert/strict";
import { test } from "node:test";
import { newSubject } from "../../app_pages/cards/browser/view/process.js";
import { action, button, card, find, input, open, select, settled, state, status, step } from "./cards_page.js";

const ACTION = "actie:aaaaaaa1";
const PLANNED = { wat: "Maak een afspraak.", normen: "norm-2 norm-1", datum: "2025-03-31", eigenaar_rol: "hoofd" };

const openPlan = (/** @type {Record<string, string>} */ values = PLANNED, more = {}) =>
  open({ cards: [action("aaaaaaa1")], state: state({ [ACTION]: values }), ...more });
const line = (/** @type {HTMLElement} */ root) =>
  [...root.querySelectorAll(".ww-line li")].map((each) => each.textContent);

test("a folded action has a headline to read", () => {
  const { root } = openPlan();
  assert.equal(find(root, "h3").textContent, "Maak een afspraak.");
  assert.deepEqual(line(root), ["Afdelingshoofd", "31 maart 2025 te laat", "Nog niet begonnen", "normen 3.01, 3.02"]);
  assert.equal(root.querySelector("textarea"), null);
});

test("norms of a theme have a code too, and an action to read says nothing twice", () => {
  const { root } = openPlan({ ...PLANNED, normen: "norm-9 norm-1" }, { readOnly: true });
  assert.equal(line(root)[3], "normen 3.01, G.04");
  const names = [...root.querySelectorAll("dt")].map((each) => each.textContent);
  assert.ok(names.includes("Normen") && !names.some((each) => each?.startsWith("Wat")), names.join());
  assert.match(find(root, "dl.ww-answer").textContent ?? "", /3\.01 Titel een\nG\.04 Titel negen/);
});

test("an action without anything says so, and one that is done is not late", () => {
  assert.deepEqual(line(openPlan({}).root), ["Geen eigenaar", "Geen datum", "Nog niet begonnen"]);
  assert.deepEqual(line(openPlan({ ...PLANNED, status: "klaar" }).root).slice(1, 3), ["31 maart 2025", "Klaar"]);
});

test("what was just made is unfolded with the cursor in it, once", () => {
  const { root, page } = openPlan({}, { lead: ACTION });
  assert.equal(document.activeElement, input(root, ACTION, "wat"));
  input(root, ACTION, "wat").blur();
  page.update({ ...page.screen.data, title: "Anders" });
  assert.notEqual(document.activeElement, input(root, ACTION, "wat"));
});

test("norms are chosen from a list that can be searched", () => {
  const { root, engine } = openPlan({ ...PLANNED, normen: "norm-1" }, { lead: ACTION });
  const several = find(root, ".ww-several");
  assert.equal(find(several, "summary").textContent, "Voor welke normen? 1 gekozen: 3.01");
  find(several, "summary").click();
  const search = /** @type {HTMLInputElement} */ (find(several, "input[type=search]"));
  search.value = "TWEE titel";
  search.dispatchEvent(new window.Event("input", { bubbles: true }));
  const rows = /** @type {HTMLElement[]} */ ([...several.querySelectorAll("li")]);
  assert.deepEqual(
    rows.map((each) => each.hidden),
    [true, false, true],
  );
  find(/** @type {HTMLElement} */ (rows[1]), "input").click();
  assert.deepEqual(engine.asked("choose"), [[ACTION, "normen", "norm-1 norm-2"]]);
  assert.equal(find(several, ".ww-count").textContent, "2 gekozen: 3.01 en 3.02");
});

test("a day that is still being typed is not saved", () => {
  const { root, engine } = openPlan({}, { lead: ACTION });
  select(input(root, ACTION, "datum"), "0002-03-31");
  select(input(root, ACTION, "datum"), "2027-03-31");
  assert.deepEqual(engine.asked("choose"), [[ACTION, "datum", "2027-03-31"]]);
});

test("an action that is removed leaves the way back, with the focus on it", () => {
  const { root, engine } = openPlan(PLANNED, { lead: ACTION });
  button(root, "Verwijder deze actie").click();
  assert.deepEqual(engine.asked("choose"), [[ACTION, "verwijderd", "ja"]]);
  assert.equal(find(root, "h3").textContent, "Verwijderd: Maak een afspraak.");
  assert.equal(find(root, ".ww-body").hidden, true);
  assert.equal(document.activeElement, button(root, "Zet de actie terug"));
  button(root, "Zet de actie terug").click();
  assert.equal(engine.field(ACTION, "verwijderd").value, "");
  assert.equal(document.activeElement, input(root, ACTION, "wat"));
});

test("a folded action that is not saved says so", () => {
  const { root, engine } = openPlan();
  const foot = find(root, ".ww-foot");
  assert.equal(foot.hidden, true);
  engine.set(ACTION, "verwijderd", { state: "refused", message: "Nee." });
  assert.equal(foot.hidden, false);
  assert.equal(status(root, ACTION)[0], "refused");
});

const [A, B, C] = ["proces:stap-3:aaaaaaa1", "proces:stap-3:bbbbbbb2", "proces:stap-3:ccccccc3"];
const ROW = {
  prefix: "proces:stap-3:",
  template: step(""),
  addLabel: "Voeg een processtap toe",
  introduction: "Schrijf kort op.",
};
const STEPS = {
  [A]: { plaats: "1", wat: "Een" },
  [B]: { plaats: "2", wat: "Twee" },
  [C]: { plaats: "3", wat: "Drie" },
};

const openRow = (/** @type {Record<string, Record<string, string>>} */ values = STEPS) =>
  open({ cards: Object.keys(values).map(step), row: ROW, state: state(values) });
const order = (/** @type {HTMLElement} */ root) =>
  [...root.querySelectorAll(".ww-row .ww-card")].map((each) => each.getAttribute("data-subject"));

test("the steps of a process stand in their places, with their numbers in the labels", () => {
  const { root } = openRow({ [A]: { plaats: "2" }, [B]: { plaats: "1" } });
  assert.deepEqual(order(root), [B, A]);
  assert.equal(find(card(root, A), "h3").textContent, "Processtap 2");
  assert.equal(find(card(root, A), '[data-field="wat"] label').textContent, "Wat gebeurt er in processtap 2?");
  assert.equal(find(card(root, A), '[data-field="verschil"]').textContent?.trim(), "Processtap 2 wijkt af");
});

test("a step is moved with its places saved together, and the button keeps the focus", async () => {
  const { root, engine } = openRow();
  button(root, "Processtap 3 omhoog").focus();
  button(root, "Processtap 3 omhoog").click();
  await settled();
  assert.deepEqual(order(root), [A, C, B]);
  assert.deepEqual(engine.asked("together"), [
    [
      [
        { subject: C, field: "plaats", value: "2" },
        { subject: B, field: "plaats", value: "3" },
      ],
    ],
  ]);
  assert.equal(document.activeElement?.textContent, "Processtap 2 omhoog");
  button(root, "Processtap 2 omhoog").click();
  await settled();
  assert.equal(document.activeElement?.textContent, "Processtap 1 omlaag", "at the end of the row");
});

test("two quick clicks are two moves", async () => {
  const { root } = openRow();
  const up = button(root, "Processtap 3 omhoog");
  up.click();
  up.click();
  await settled();
  assert.deepEqual(order(root), [C, A, B]);
});

test("a move that could not be saved changes nothing and says why", async () => {
  const { root, engine } = openRow();
  engine.problem = "Geen verbinding.";
  button(root, "Processtap 3 omhoog").click();
  await settled();
  assert.deepEqual(order(root), [A, B, C]);
  assert.equal(find(root, "[role=alert]").textContent, "Niet verplaatst. Geen verbinding.");
});

test("a new step comes last, with the cursor in it", async () => {
  const { root, engine } = openRow({});
  assert.equal(find(root, ".ww-row > p").hidden, false);
  button(root, "Voeg een processtap toe").click();
  await settled();
  const [subject] = order(root);
  assert.match(subject ?? "", /^proces:stap-3:[A-Za-z0-9_-]{8}$/);
  assert.equal(engine.field(subject ?? "", "plaats").value, "1");
  assert.equal(document.activeElement, input(root, subject ?? "", "wat"));
  assert.equal(find(root, ".ww-row > p").hidden, true);
});

test("a step that could not be added is not there", async () => {
  const { root, engine } = openRow();
  engine.problem = "Geen verbinding.";
  button(root, "Voeg een processtap toe").click();
  await settled();
  assert.deepEqual(order(root), [A, B, C]);
  assert.equal(find(root, "[role=alert]").textContent, "Niet toegevoegd. Geen verbinding.");
});

test("new subjects differ", () => {
  assert.notEqual(newSubject("proces:stap-3:"), newSubject("proces:stap-3:"));
});

test("a step that is removed can be put back", () => {
  const { root, engine } = openRow();
  button(root, "Verwijder processtap 2").click();
  assert.deepEqual(engine.asked("choose"), [[B, "verwijderd", "ja"]]);
  assert.deepEqual(order(root), [A, C]);
  assert.equal(document.activeElement, button(root, "Zet de processtap terug"));
  assert.match(find(root, ".ww-gone li").textContent ?? "", /^Verwijderd: Twee /);
  button(root, "Zet de processtap terug").click();
  assert.deepEqual(order(root), [A, B, C]);
  assert.equal(document.activeElement, input(root, B, "wat"));
});

test("a step that a colleague adds appears", () => {
  const { root, engine } = openRow();
  engine.set("proces:stap-3:ddddddd4", "plaats", { value: "4" });
  engine.set("proces:stap-4:eeeeeee5", "plaats", { value: "1" });
  assert.deepEqual(order(root), [A, B, C, "proces:stap-3:ddddddd4"]);
});
