// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { norm, open, state } from "./cards_page.js";

const NORMS = { oneAtATime: true, cards: [norm(1), norm(2), norm(3)] };

/** @param {HTMLElement} root */
const shown = (root) =>
  [...root.querySelectorAll(".ww-card")]
    .filter((each) => !(/** @type {HTMLElement} */ (each).hidden))
    .map((each) => each.getAttribute("data-subject"));

/** @param {HTMLElement} root @param {string} name */
function choose(root, name) {
  const radio = /** @type {HTMLInputElement} */ (root.querySelector(`.ww-filter input[value="${name}"]`));
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {HTMLElement} root @param {string} words */
function search(root, words) {
  const input = /** @type {HTMLInputElement} */ (root.querySelector(".ww-search input"));
  input.value = words;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

const count = (/** @type {HTMLElement} */ root) => root.querySelector(".ww-filtering > .ww-note")?.textContent;

const ANSWERED = state({
  "norm-1": { niveau: "soms", was: "Zo" },
  "norm-2": { niveau: "weet-ik-niet" },
  "norm-3": { niveau: "niet-van-toepassing" },
});

for (const [name, expected] of /** @type {[string, string[]][]} */ ([
  ["Alle normen", ["norm-1", "norm-2", "norm-3"]],
  ["Nog open", ["norm-3"]],
  ["Weet ik niet", ["norm-2"]],
  ["Zonder ‘was’", ["norm-2", "norm-3"]],
])) {
  test(`the filter "${name}" shows what belongs under it`, () => {
    const { root } = open({ ...NORMS, state: ANSWERED });
    choose(root, name);
    assert.deepEqual(shown(root), expected);
    assert.equal(
      count(root),
      name === "Alle normen" ? "" : `${expected.length} ${expected.length === 1 ? "norm" : "normen"} van 3 getoond.`,
    );
  });
}

test("a norm that is answered does not vanish before somebody filters again", () => {
  const { root, engine } = open(NORMS);
  choose(root, "Nog open");
  engine.choose("norm-1", "niveau", "soms");
  engine.tell(new Set(["norm-1"]));
  assert.deepEqual(shown(root), ["norm-1", "norm-2", "norm-3"]);
  choose(root, "Alle normen");
  choose(root, "Nog open");
  assert.deepEqual(shown(root), ["norm-2", "norm-3"]);
});

test("searching finds norms by words in any order, in all that stands in them", () => {
  const { root } = open({
    ...NORMS,
    cards: [norm(1), { ...norm(2), detailsHtml: "<details><p>Artikel 2.3 over <b>meldpunt</b></p></details>" }],
  });
  search(root, "MELDPUNT artikel");
  assert.deepEqual(shown(root), ["norm-2"]);
  search(root, "3.01");
  assert.deepEqual(shown(root), ["norm-1"]);
  search(root, "xyzzy");
  assert.deepEqual(shown(root), []);
  assert.equal(count(root), "Geen norm past bij dit filter of deze zoekwoorden.");
  search(root, "  ");
  assert.equal(shown(root).length, 2);
});

test("only a later round has something to confirm, and one norm nothing to filter", () => {
  const copied = (/** @type {boolean} */ copiedBar) =>
    open({ ...NORMS, copiedBar }).root.querySelector('label:has([value="Te herbevestigen"])');
  assert.equal(/** @type {HTMLElement} */ (copied(false)).hidden, true);
  assert.equal(/** @type {HTMLElement} */ (copied(true)).hidden, false);
  const { root } = open({ ...NORMS, cards: [norm(1)] });
  assert.equal(/** @type {HTMLElement} */ (root.querySelector(".ww-filtering")).hidden, true);
});
