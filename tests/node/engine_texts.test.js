// @ts-check
// Signs of texts, and one draft of several.

import assert from "node:assert/strict";
import { test } from "node:test";

import { below, fingerprint, joined } from "../../app_pages/cards/browser/texts.js";

function draft(/** @type {string} */ value, /** @type {number} */ at, more = {}) {
  return { value, at, seen: 3, before: "eerst", sent: [`gestuurd ${at}`], isTyped: true, ...more };
}

test("a fingerprint is alike for what the server cleans, and for nothing else", () => {
  assert.equal(fingerprint("een\r\ntwee \u0007"), fingerprint("een\ntwee"));
  const texts = ["", "een", "eem", "een twee", "eentwee", "twee een", "é"];
  assert.equal(new Set(texts.map(fingerprint)).size, texts.length);
});

test("texts below each other: empty ones and repeats are left out, parts of a word are not a repeat", () => {
  assert.equal(below(["een", "een twee", " ", "drie", "drie"]), "een twee\n\ndrie");
  assert.equal(below(["een", "eenheid"]), "een\n\neenheid");
});

test("of two typed drafts both, of the newest what was seen, of both what was sent", () => {
  const one = joined([draft("nieuw", 2, { seen: 4 }), draft("oud", 1)]);
  assert.deepEqual(one, draft("oud\n\nnieuw", 2, { seen: 4, sent: ["gestuurd 2", "gestuurd 1"] }));
});

test("a text that the newest was typed over is not put back, nor one before a choice", () => {
  assert.equal(joined([draft("eerst", 1), draft("nieuw", 2)]).value, "nieuw");
  assert.equal(joined([draft("oud", 1), draft("3", 2, { isTyped: false })]).value, "3");
  assert.equal(joined([draft("2", 1, { isTyped: false }), draft("nieuw", 2)]).value, "nieuw");
});
