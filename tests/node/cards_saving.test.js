// @ts-check
// Whether a card is saved, and what a person settles: conflicts, refusals, words put back, clearing, history.

import assert from "node:assert/strict";
import { test } from "node:test";
import { moments } from "../../app_pages/cards/browser/view/history.js";
import { momentText } from "../../app_pages/cards/browser/view/words.js";
import { button, card, find, input, NOW, open, radio, settled, state, status, typeIn } from "./cards_page.js";

test("a moment is a time today, with the day on another day and the year in another year", () => {
  assert.equal(momentText("2026-11-30T13:03:00Z", NOW), "om 14:03");
  assert.equal(momentText("2026-03-03T13:03:00Z", NOW), "op 3 maart om 14:03");
  assert.equal(momentText("2025-03-03T13:03:00Z", NOW), "op 3 maart 2025 om 14:03");
});

test("the status of a card is that of its worst field", () => {
  const { root, engine } = open({ state: state({ "norm-1": { was: "Zo." } }) });
  assert.deepEqual(status(root, "norm-2"), ["empty", "Nog niets ingevuld"]);
  assert.deepEqual(status(root, "norm-1"), ["stored", "✓ Opgeslagen om 14:03"]);
  typeIn(input(root, "norm-1", "was"), "Anders.");
  assert.deepEqual(status(root, "norm-1"), ["waiting", "Nog niet opgeslagen …"]);
  engine.set("norm-1", "bewijs", { state: "refused", message: "De tekst is te lang." });
  assert.deepEqual(status(root, "norm-1"), ["refused", "Niet opgeslagen: het bewijs. De tekst is te lang."]);
});

test("without a connection it is said whether the browser keeps the text", () => {
  const { root, engine } = open();
  engine.set("norm-1", "was", { state: "offline" });
  assert.match(String(status(root, "norm-1")[1]), /staat veilig in deze browser en wordt vanzelf bewaard/);
  engine.keepsDrafts = false;
  engine.set("norm-1", "was", { state: "offline" });
  assert.match(String(status(root, "norm-1")[1]), /kan uw tekst niet bewaren. Laat deze pagina open/);
});

test("what was refused can be tried again", () => {
  const { root, engine } = open();
  engine.set("norm-1", "was", { value: "x", state: "refused", message: "Nee." });
  assert.equal(input(root, "norm-1", "was").getAttribute("aria-invalid"), "true");
  button(card(root, "norm-1"), "Opnieuw proberen").focus();
  button(card(root, "norm-1"), "Opnieuw proberen").click();
  assert.deepEqual(engine.asked("retry"), [[]]);
  engine.set("norm-1", "was", { state: "stored", message: "" });
  assert.equal(document.activeElement, find(card(root, "norm-1"), "h2"), "the focus is not lost with the button");
});

test("what is refused for good can be copied and thrown away", () => {
  const { root, engine } = open();
  engine.set("norm-1", "was", { value: "Mijn tekst", state: "refused", message: "Vastgesteld.", isFinal: true });
  assert.throws(() => button(card(root, "norm-1"), "Opnieuw proberen"));
  assert.equal(input(root, "norm-1", "was").value, "Mijn tekst");
  button(card(root, "norm-1"), "Haal mijn tekst weg").click();
  assert.deepEqual(engine.asked("discard"), [["norm-1", "was"]]);
  assert.equal(input(root, "norm-1", "was").value, "");
});

test("words that were put back are shown and named, also in the folded part", () => {
  const { root, engine } = open();
  engine.set("norm-1", "bewijs", { value: "Van gisteren", state: "waiting", isRecovered: true });
  assert.equal(input(root, "norm-1", "bewijs").value, "Van gisteren");
  const said = find(card(root, "norm-1"), '[data-field="bewijs"] .ww-recovered');
  assert.equal(said.textContent, "Teruggezet: wat u eerder typte en nog niet was opgeslagen.");
  assert.match(find(root, ".ww-live").textContent ?? "", /^3.01: Teruggezet/);
});

test("words are put back in a text with the cursor in it too", () => {
  const { root, engine } = open();
  input(root, "norm-1", "was").focus();
  engine.set("norm-1", "was", { value: "Van gisteren", isRecovered: true });
  assert.equal(input(root, "norm-1", "was").value, "Van gisteren");
});

test("data of residents are warned of below the field", () => {
  const { root, engine } = open();
  engine.set("norm-1", "was", { value: "BSN", warnings: ["Deze tekst lijkt een BSN te bevatten."] });
  assert.equal(
    find(card(root, "norm-1"), '[data-field="was"] .ww-trouble .ww-warning').textContent,
    "Deze tekst lijkt een BSN te bevatten.",
  );
});

const CONFLICT = { theirs: "Die van hen", author: "Kwaliteit", at: "2026-11-30T13:03:00Z" };

test("a conflict shows both texts, who and when, and asks which stays", () => {
  const { root, engine } = open();
  engine.set("norm-1", "was", { value: "Die van mij", state: "conflict", conflict: CONFLICT });
  const block = find(card(root, "norm-1"), '[data-field="was"] .ww-conflict');
  assert.match(find(block, "p").textContent ?? "", /^Niet opgeslagen: hoe het nu gaat\. .* om 14:03 door Kwaliteit\./);
  assert.deepEqual(
    [...block.querySelectorAll(".ww-quote")].map((each) => each.textContent),
    ["Die van mij", "Die van hen"],
  );
  button(block, "Houd de opgeslagen versie").click();
  assert.deepEqual(engine.asked("settle"), [["norm-1", "was", "theirs"]]);
  assert.equal(input(root, "norm-1", "was").value, "Die van hen");
  assert.equal(document.activeElement, input(root, "norm-1", "was"));
  assert.equal(card(root, "norm-1").querySelector(".ww-conflict"), null);
});

test("both texts can stay, and the own one follows what is typed", () => {
  const { root, engine } = open();
  engine.set("norm-1", "was", { value: "Mijn", state: "conflict", conflict: CONFLICT });
  engine.set("norm-1", "was", { value: "Mijn tekst" });
  assert.equal(find(root, ".ww-mine").textContent, "Mijn tekst");
  button(root, "Bewaar beide onder elkaar").click();
  assert.equal(input(root, "norm-1", "was").value, "Die van hen\n\nMijn tekst");
});

test("of two levels only one can stay, and they are named", () => {
  const { root, engine } = open();
  engine.set("norm-1", "niveau", { value: "soms", state: "conflict", conflict: { ...CONFLICT, theirs: "geborgd" } });
  const block = find(card(root, "norm-1"), ".ww-conflict");
  assert.deepEqual(
    [...block.querySelectorAll(".ww-quote")].map((each) => each.textContent),
    ["1 · Soms", "4 · Geborgd"],
  );
  assert.throws(() => button(block, "Bewaar beide onder elkaar"));
  button(block, "Houd de opgeslagen versie").click();
  assert.equal(radio(root, "norm-1", "geborgd").checked, true);
});

test("a conflict about what has no input is asked too", () => {
  const { root, engine } = open();
  engine.set("norm-1", "herbevestigen", { value: "", state: "conflict", conflict: { ...CONFLICT, theirs: "ja" } });
  button(find(card(root, "norm-1"), ".ww-troubles"), "Bewaar mijn versie").click();
  assert.deepEqual(engine.asked("settle"), [["norm-1", "herbevestigen", "mine"]]);
});

test("an answer is cleared in one go, and that can be undone", async () => {
  const { root, engine } = open({ state: state({ "norm-1": { niveau: "soms", was: "Zo." } }) });
  find(card(root, "norm-1"), "details.ww-more summary").click();
  button(root, "Antwoord op 3.01 wissen").click();
  await settled();
  assert.equal(input(root, "norm-1", "was").value, "");
  const undo = button(root, "Ongedaan maken");
  assert.match(undo.parentElement?.textContent ?? "", /^Gewist\. /);
  assert.equal(document.activeElement, undo);
  undo.click();
  await settled();
  assert.equal(input(root, "norm-1", "was").value, "Zo.");
  assert.equal(radio(root, "norm-1", "soms").checked, true);
  assert.throws(() => button(root, "Ongedaan maken"));
  assert.equal(engine.asked("together").length, 2);
});

test("an answer that could not be cleared stays, and it is said why", async () => {
  const { root } = open(
    { state: state({ "norm-1": { was: "Zo." } }) },
    { before: (engine) => (engine.problem = "Geen verbinding.") },
  );
  find(card(root, "norm-1"), "details.ww-more summary").click();
  button(root, "Antwoord op 3.01 wissen").click();
  await settled();
  assert.equal(find(root, ".ww-cleared span").textContent, "Niet gewist. Geen verbinding.");
  assert.equal(input(root, "norm-1", "was").value, "Zo.");
});

/** @param {number} event @param {string} value @param {string} at @param {object} [more] */
const saved = (event, value, at, more) => ({
  subject: "norm-1",
  field: "was",
  value,
  event,
  at,
  warnings: [],
  author: "Kwaliteit",
  origin: "",
  ...more,
});

test("what is saved shortly after each other is one moment of writing", () => {
  const found = moments([
    saved(4, "Zo gaat het.", "2026-11-30T13:03:00Z"),
    saved(3, "Zo gaat", "2026-11-30T13:02:00Z"),
    saved(2, "Zo", "2026-11-30T13:01:00Z", { author: "Toegang" }),
    saved(1, "Z", "2026-11-29T13:01:00Z", { author: "Toegang" }),
  ]);
  assert.deepEqual(
    found.map(({ event, since }) => [event.event, since.slice(8, 16)]),
    [
      [4, "30T13:02"],
      [2, "30T13:01"],
      [1, "29T13:01"],
    ],
  );
});

test("the history tells who, when and from where, and puts an earlier text back", async () => {
  const { root, engine } = open({ state: state({ "norm-1": { was: "Nu" } }) });
  engine.stored = {
    events: [
      saved(2, "Nu", "2026-11-30T13:03:00Z"),
      saved(1, "Vroeger", "2026-11-01T13:03:00Z", { origin: "lijst.xlsx" }),
    ],
  };
  find(card(root, "norm-1"), "details.ww-more summary").click();
  button(root, "Geschiedenis van 3.01").click();
  await settled();
  const dialog = find(root, "dialog");
  assert.equal(find(dialog, "h2").textContent, "Geschiedenis van 3.01 Titel 1");
  const captions = [...dialog.querySelectorAll("li > p")].map((each) => each.textContent);
  assert.deepEqual(captions, [
    "Hoe het nu gaat, opgeslagen om 14:03 door Kwaliteit",
    "Hoe het nu gaat, opgeslagen op 1 november om 14:03 door Kwaliteit, uit lijst.xlsx",
  ]);
  button(dialog, "Zet terug").click();
  assert.deepEqual(engine.asked("choose"), [["norm-1", "was", "Vroeger"]]);
  assert.equal(input(root, "norm-1", "was").value, "Vroeger");
  button(dialog, "Sluiten").click();
  assert.equal(root.querySelector("dialog"), null);
});
