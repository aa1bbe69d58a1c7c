// @ts-check
// Filling in one norm: its level, its texts, and what stands in the folded part.

import assert from "node:assert/strict";
import { test } from "node:test";
import { button, card, find, input, open, press, radio, select, state, typeIn } from "./cards_page.js";

test("a card names its norm by code and title", () => {
  const { root } = open();
  assert.equal(find(card(root, "norm-1"), "h2").textContent, "3.01 Titel 1");
  assert.equal(card(root, "norm-1").id, "kaart-norm-1");
  assert.equal(find(card(root, "norm-1"), "legend").textContent, "Niveau van norm 3.01");
});

test("what a level means stands beside its name, and is not its name", () => {
  const { root } = open();
  const chosen = radio(root, "norm-1", "soms");
  assert.equal(find(root, `[id="${chosen.getAttribute("aria-labelledby")}"]`).textContent, "1 · Soms");
  assert.equal(find(root, `[id="${chosen.getAttribute("aria-describedby")}"]`).textContent, "Het gebeurt soms.");
  assert.ok(radio(root, "norm-1", "weet-ik-niet").closest(".ww-apart"));
});

test("a level is saved when it is chosen", () => {
  const { root, engine } = open();
  radio(root, "norm-1", "soms").click();
  radio(root, "norm-1", "geregeld").click();
  assert.deepEqual(engine.asked("choose"), [
    ["norm-1", "niveau", "soms"],
    ["norm-1", "niveau", "geregeld"],
  ]);
});

test("the chosen level, clicked again, is taken back", () => {
  const { root, engine } = open();
  const soms = radio(root, "norm-1", "soms");
  soms.click();
  soms.click();
  assert.equal(soms.checked, false);
  assert.deepEqual(engine.asked("choose").at(-1), ["norm-1", "niveau", ""]);
});

test("a double click chooses, and does not take back", () => {
  const { root, engine } = open();
  const soms = radio(root, "norm-1", "soms");
  for (const detail of [1, 2])
    soms.dispatchEvent(new window.MouseEvent("click", { detail, bubbles: true, cancelable: true }));
  assert.equal(soms.checked, true);
  assert.equal(engine.field("norm-1", "niveau").value, "soms");
});

test("space on the chosen level takes it back, once per press", () => {
  const { root, engine } = open({ state: state({ "norm-1": { niveau: "soms" } }) });
  radio(root, "norm-1", "soms").focus();
  assert.equal(press(" "), false);
  assert.equal(press(" "), false, "a key that is held down");
  assert.equal(press(" ", "keyup"), false);
  assert.deepEqual(engine.asked("choose"), [["norm-1", "niveau", ""]]);
  assert.equal(press(" "), true, "now it may choose again");
});

test("the reason is asked only where the norm does not apply, and missing it is said", () => {
  const { root } = open();
  const reason = find(card(root, "norm-1"), '[data-field="nvt_reden"]');
  assert.equal(reason.hidden, true);
  radio(root, "norm-1", "niet-van-toepassing").click();
  assert.equal(reason.hidden, false);
  const warning = find(reason, ".ww-warning");
  assert.equal(warning.hidden, false);
  typeIn(input(root, "norm-1", "nvt_reden"), "Wij doen dit niet.");
  assert.equal(warning.hidden, true);
});

test("a field that most leave empty is opened by its button", () => {
  const { root } = open();
  const box = find(card(root, "norm-1"), '[data-field="anders"]');
  assert.equal(find(box, ".ww-inside").hidden, true);
  button(box, "Anders geregeld?").click();
  assert.equal(document.activeElement, input(root, "norm-1", "anders"));
});

test("a field with a button is open when something is in it", () => {
  const { root } = open({ state: state({ "norm-1": { anders: "Door de regio." } }) });
  assert.equal(find(card(root, "norm-1"), '[data-field="anders"] .ww-inside').hidden, false);
});

test("typing is told to the engine, with where the cursor is", () => {
  const { root, engine } = open();
  typeIn(input(root, "norm-1", "was"), "Zo gaat het.");
  assert.deepEqual(engine.asked("focus"), [[{ subject: "norm-1", field: "was" }]]);
  assert.deepEqual(engine.asked("type"), [["norm-1", "was", "Zo gaat het."]]);
  input(root, "norm-1", "was").blur();
  assert.deepEqual(engine.asked("focus").at(-1), [null]);
  assert.deepEqual(engine.asked("flush"), [[false]]);
});

test("a text with the cursor in it is not rewritten; it is when the cursor leaves", () => {
  const { root, engine } = open();
  const was = input(root, "norm-1", "was");
  typeIn(was, "Met een spatie erachter ");
  engine.set("norm-1", "was", { value: "Met een spatie erachter", state: "stored" });
  assert.equal(was.value, "Met een spatie erachter ");
  was.blur();
  assert.equal(was.value, "Met een spatie erachter");
});

test("a text that is the same is not written again", () => {
  const { root, engine } = open({ state: state({ "norm-1": { was: "Regel 1\r\nRegel 2" } }) });
  const was = input(root, "norm-1", "was");
  let written = 0;
  const { set, get } = /** @type {PropertyDescriptor} */ (
    Object.getOwnPropertyDescriptor(window.HTMLTextAreaElement.prototype, "value")
  );
  Object.defineProperty(was, "value", { get, set: (value) => (written++, set?.call(was, value)) });
  engine.tell(null);
  assert.equal(written, 0);
});

test("the box of a text grows with it, by a mirror that is printed", () => {
  const { root } = open({ state: state({ "norm-1": { was: "Een\nTwee" } }) });
  const mirror = find(card(root, "norm-1"), '[data-field="was"] .ww-mirror');
  assert.equal(mirror.textContent, "Een\nTwee\n");
  assert.equal(mirror.getAttribute("aria-hidden"), "true");
});

test("what follows the typing changes its text node and replaces none, or Ctrl+Z goes letter by letter", () => {
  const { root } = open({ state: state({ "norm-1": { was: "Een" } }) });
  const was = input(root, "norm-1", "was");
  const mirror = find(card(root, "norm-1"), '[data-field="was"] .ww-mirror');
  const [node] = mirror.childNodes;
  typeIn(was, "Eender");
  assert.equal(mirror.firstChild, node);
  assert.equal(mirror.textContent, "Eender\n");
});

test("a text that is too long is not cut off; it is said", () => {
  const { root, engine } = open();
  typeIn(input(root, "norm-1", "was"), "a".repeat(103));
  assert.equal(engine.field("norm-1", "was").value.length, 103);
  assert.match(find(card(root, "norm-1"), '[data-field="was"] .ww-error').textContent ?? "", /^3 tekens te lang/);
});

test("the summary of the folded part says what is in it", () => {
  const { root } = open({ state: state({ "norm-1": { bewijs: "Map", zekerheid: "weten" } }) });
  const summary = find(card(root, "norm-1"), "details.ww-more summary");
  assert.equal(find(summary, ".ww-more-title").textContent, "3.01 · Bewijs, link, zekerheid, ambitie");
  assert.equal(find(summary, ".ww-count").textContent, "2 ingevuld: bewijs en zekerheid");
  assert.equal(find(card(root, "norm-2"), "details.ww-more .ww-count").textContent, "");
});

test("the folded part is built when it is opened", () => {
  const { root } = open();
  assert.equal(card(root, "norm-1").querySelector('[data-field="bewijs"]'), null);
  find(card(root, "norm-1"), "details.ww-more summary").click();
  assert.equal(input(root, "norm-1", "bewijs").value, "");
});

test("the folded part opens by itself for what needs a decision, and stays as the user leaves it", () => {
  const { root, engine } = open();
  const fold = /** @type {HTMLDetailsElement} */ (find(card(root, "norm-1"), "details.ww-more"));
  engine.set("norm-1", "bewijs", { state: "refused", message: "Te lang." });
  assert.equal(fold.open, true);
  fold.open = false;
  engine.set("norm-1", "bewijs", { state: "refused", message: "Te lang." });
  assert.equal(fold.open, false);
});

test("an ambition is never below the level there is", () => {
  const { root } = open({ state: state({ "norm-1": { niveau: "deels-geregeld" } }) });
  find(card(root, "norm-1"), "details.ww-more summary").click();
  const words = () => [...input(root, "norm-1", "ambitie").querySelectorAll("option")].map((each) => each.textContent);
  assert.deepEqual(words(), ["Het streefniveau: 3 · Geregeld", "Deels geregeld", "Geregeld", "Geborgd"]);
  radio(root, "norm-1", "geborgd").click();
  assert.deepEqual(words(), ["Het niveau van nu", "Geborgd"]);
});

test("a choice is saved when it is made, and keeps what this list does not have", () => {
  const { root, engine } = open({ state: state({ "norm-1": { zekerheid: "oud" } }) });
  find(card(root, "norm-1"), "details.ww-more summary").click();
  assert.equal(input(root, "norm-1", "zekerheid").value, "oud");
  select(input(root, "norm-1", "zekerheid"), "weten");
  assert.deepEqual(engine.asked("choose"), [["norm-1", "zekerheid", "weten"]]);
});

test("every input has a label of its own", () => {
  const { root } = open();
  for (const summary of root.querySelectorAll("details.ww-more summary")) /** @type {HTMLElement} */ (summary).click();
  const labels = [...root.querySelectorAll("textarea, select, input[type=text]")].map(
    (each) => find(root, `label[for="${each.id}"]`).textContent,
  );
  assert.equal(new Set(labels).size, labels.length);
  const ids = [...root.querySelectorAll("[id]")].map((each) => each.id);
  assert.equal(new Set(ids).size, ids.length);
});

test("where nothing can be changed there is a list to read and no input", () => {
  const { root } = open({ readOnly: true, state: state({ "norm-1": { niveau: "soms", was: "Zo." } }) });
  const words = [...card(root, "norm-1").querySelectorAll("dt, dd")].map((each) => each.textContent);
  assert.deepEqual(words, ["Niveau", "1 · Soms", "Hoe het nu gaat", "Zo."]);
  assert.equal(find(card(root, "norm-2"), "dd").textContent, "Nog niet ingevuld");
  assert.equal(root.querySelector(".ww-card :is(input, textarea, button)"), null);
});

test("where nothing can be changed a key changes nothing, and no key is told", () => {
  const { root, engine } = open({ readOnly: true, oneAtATime: true });
  assert.equal(find(root, ".ww-help").hidden, true);
  assert.equal(find(root, ".ww-switch").hidden, true);
  find(root, ".ww-mode input[value=een]").click();
  assert.equal(find(root, ".ww-help").textContent, "Toetsen: V volgende, T terug. Niet terwijl u typt.");
  find(card(root, "norm-1"), "h2").focus();
  press("2");
  assert.deepEqual(engine.asked("choose"), []);
  press("v");
  assert.equal(card(root, "norm-2").hidden, false);
});
