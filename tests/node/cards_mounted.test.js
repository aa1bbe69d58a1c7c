// @ts-check
// The page as a whole: other data under the same cards, one at a time, keys, notices, confirming, printing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { button, card, find, input, norm, open, pageData, press, radio, settled, state, typeIn } from "./cards_page.js";

const shown = (/** @type {HTMLElement} */ root) =>
  /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".ww-card")])
    .filter((each) => !each.hidden)
    .map((each) => each.dataset.subject);

test("other data leave the cards, the typed text, the cursor and the open folds", () => {
  const { root, page } = open();
  const was = input(root, "norm-2", "was");
  find(card(root, "norm-2"), "details.ww-more summary").click();
  typeIn(was, "Ik ben hier bezig");
  was.setSelectionRange(3, 3);
  page.update(pageData({ cards: [norm(3), norm(2), norm(4)] }));
  assert.deepEqual(shown(root), ["norm-3", "norm-2", "norm-4"]);
  assert.equal(input(root, "norm-2", "was"), was);
  assert.equal(document.activeElement, was);
  assert.deepEqual([was.value, was.selectionStart], ["Ik ben hier bezig", 3]);
  assert.equal(/** @type {HTMLDetailsElement} */ (find(card(root, "norm-2"), "details.ww-more")).open, true);
});

test("labels and options that became others are taken over without new inputs", () => {
  const { root, page } = open();
  const was = input(root, "norm-1", "was");
  const other = norm(1);
  other.fields = other.fields.map((each) => (each.name === "was" ? { ...each, label: "Anders gevraagd" } : each));
  page.update(pageData({ cards: [other] }));
  assert.equal(input(root, "norm-1", "was"), was);
  assert.equal(find(root, `label[for="${was.id}"]`).textContent, "Anders gevraagd");
});

test("a page that can only be read from now on takes the place of the inputs", () => {
  const { root, page } = open();
  page.update(pageData({ readOnly: true }));
  assert.equal(root.querySelector("textarea"), null);
  assert.equal(find(card(root, "norm-1"), "dd").textContent, "Nog niet ingevuld");
});

test("when the last page is gone the engine stops looking, and not before", () => {
  const { page, engine, root } = open();
  page.unmount();
  assert.equal(engine.asked("close").length, 1);
  assert.ok(engine.asked("flush").length > 0);
  engine.set("norm-1", "was", { value: "later" });
  assert.equal(root.childElementCount, 0);
});

test("the script is told of saves once for a few, and of an outdated page once", () => {
  const { engine, told, clock } = open({ tellsSaves: true });
  engine.set("norm-1", "was", { event: 7, state: "stored" });
  engine.set("norm-1", "niveau", { event: 8, state: "stored" });
  assert.equal(told.length, 0);
  clock.run();
  assert.deepEqual(told, [["saved", 8]]);
  engine.isOutdated = true;
  engine.tell(null);
  engine.tell(null);
  assert.deepEqual(
    told.map(([name]) => name),
    ["saved", "reload"],
  );
});

test("a page that shows nothing of saves is not told of them", () => {
  const { engine, told, clock } = open();
  engine.set("norm-1", "was", { event: 7, state: "stored" });
  clock.run();
  assert.deepEqual(told, []);
});

test("it is said who looks too", () => {
  const { root, engine } = open();
  assert.equal(find(root, ".ww-looking").hidden, true);
  engine.looking = ["Kwaliteit"];
  engine.tell(new Set());
  assert.equal(find(root, ".ww-looking").textContent, "Kijkt nu ook mee: Kwaliteit");
  engine.looking = ["Kwaliteit", "Toegang"];
  engine.tell(new Set());
  assert.equal(find(root, ".ww-looking").textContent, "Kijken nu ook mee: Kwaliteit en Toegang");
});

test("text of another page that is not saved is told of; of this page its card tells", () => {
  const { root } = open(
    {},
    {
      before: (engine) => {
        engine.drafts = [
          { subject: "norm-9", field: "was", value: "Van elders", state: "offline" },
          { subject: "norm-1", field: "was", value: "Van hier", state: "offline" },
        ];
      },
    },
  );
  const bar = find(root, ".ww-bar-warning");
  assert.match(
    find(bar, "p").textContent ?? "",
    /^Op een andere pagina hebt u nog tekst die niet is opgeslagen \(1 veld\)/,
  );
  assert.deepEqual(
    [...bar.querySelectorAll(".ww-quote")].map((each) => each.textContent),
    ["Van elders"],
  );
});

test("where nothing can be changed any more, everything that was not saved can be copied", () => {
  const { root } = open(
    { readOnly: true },
    {
      before: (engine) => {
        engine.drafts = [
          { subject: "norm-1", field: "was", value: "Te laat", state: "refused" },
          { subject: "norm-9", field: "niveau", value: "geregeld", state: "refused" },
        ];
      },
    },
  );
  const bar = find(root, ".ww-bar-warning");
  assert.match(find(bar, "p").textContent ?? "", /^Dit had u getypt en is NIET opgeslagen/);
  const said = [...bar.querySelectorAll("dt, .ww-quote")].map((each) => each.textContent);
  assert.deepEqual(said, ["3.01: hoe het nu gaat", "Te laat", "Het niveau", "3 · Geregeld"]);
  assert.equal(
    button(bar, "Haal deze tekst weg").getAttribute("aria-label"),
    "Haal deze tekst weg: 3.01: hoe het nu gaat",
  );
});

const COPIED = state({
  "norm-1": { herbevestigen: "ja" },
  "norm-2": { herbevestigen: "ja" },
  "norm-3": { herbevestigen: "" },
});

test("a copied answer is confirmed on its card", () => {
  const { root, engine } = open({ copiedBar: true, state: COPIED });
  const line = find(card(root, "norm-1"), ".ww-reconfirm");
  assert.match(line.textContent ?? "", /^Overgenomen antwoord, nog niet bevestigd\. Klopt nog$/);
  button(line, "Klopt nog").click();
  assert.deepEqual(engine.asked("choose"), [["norm-1", "herbevestigen", ""]]);
  assert.equal(line.hidden, true);
  const told = find(root, ".ww-bar:not(.ww-bar-warning) p");
  assert.match(told.textContent ?? "", /nog 2 van 3 te herbevestigen/);
  engine.set("norm-1", "herbevestigen", { stored: "", state: "stored" });
  assert.match(told.textContent ?? "", /nog 1 van 3 te herbevestigen/);
});

test("all copied answers of a page are confirmed after a question", async () => {
  const { root, engine } = open({ copiedBar: true, state: COPIED });
  button(root, "Alles op deze pagina klopt nog").click();
  assert.match(find(root, "dialog p").textContent ?? "", /^U bevestigt 2 overgenomen antwoorden\./);
  assert.deepEqual(engine.asked("together"), []);
  button(root, "Ja, alles klopt nog").click();
  await settled();
  assert.deepEqual(engine.asked("together"), [
    [
      [
        { subject: "norm-1", field: "herbevestigen", value: "" },
        { subject: "norm-2", field: "herbevestigen", value: "" },
      ],
    ],
  ]);
  assert.match(
    find(root, ".ww-bar:not(.ww-bar-warning) p").textContent ?? "",
    /Alle overgenomen antwoorden zijn hier bevestigd/,
  );
});

const SIDEBAR =
  '<div data-testid="stSidebar"><div class="ww-progress"><progress max="9" value="0"></progress><p>oud</p></div>' +
  '<a href="/stap-3?z=1">Stap 3</a></div>';

test("progress and counts go to the sidebar", () => {
  const { engine, window } = open({}, { html: SIDEBAR });
  engine.progress = { value: 3, max: 14, lines: ["3 van 14 normen", "nog 11 open"], counts: { "stap-3": "3/14" } };
  engine.tell(new Set());
  const bar = /** @type {HTMLProgressElement} */ (find(window.document, "progress"));
  assert.deepEqual([bar.value, bar.max], [3, 14]);
  assert.equal(find(window.document, ".ww-progress p").innerHTML, "3 van 14 normen<br>nog 11 open");
  assert.equal(find(window.document, ".ww-progress").dataset.counts, "stap-3=3/14");
});

const ONE = { "was-wordt-weergave": "een" };

test("a narrow window begins with one card, a wide one with the list, and the choice is kept", () => {
  assert.deepEqual(shown(open({ oneAtATime: true }, { width: 400 }).root), ["norm-1"]);
  assert.deepEqual(
    shown(open({ oneAtATime: true }, { width: 400, kept: { "was-wordt-weergave": "lijst" } }).root).length,
    3,
  );
  const { root, window } = open({ oneAtATime: true });
  assert.equal(shown(root).length, 3);
  find(root, '.ww-mode input[value="een"]').click();
  assert.deepEqual(shown(root), ["norm-1"]);
  assert.equal(window.localStorage.getItem("was-wordt-weergave"), "een");
});

test("one at a time says where one is and goes on, back and elsewhere, with the focus on the card", () => {
  const { root } = open({ oneAtATime: true }, { kept: ONE });
  const position = find(root, ".ww-position");
  assert.equal(position.textContent, "Norm 1 van 3 · nog 3 te gaan");
  button(root, "Volgende →").click();
  assert.equal(position.textContent, "Norm 2 van 3 · nog 3 te gaan");
  assert.equal(document.activeElement, find(card(root, "norm-2"), "h2"));
  button(root, "← Vorige").click();
  assert.deepEqual(shown(root), ["norm-1"]);
  button(root, "3.03 Titel 3: nog open").click();
  assert.deepEqual(shown(root), ["norm-3"]);
});

test("not knowing is an answer; not applying without a reason is not", () => {
  const { root } = open({ oneAtATime: true }, { kept: ONE });
  radio(root, "norm-1", "weet-ik-niet").click();
  radio(root, "norm-2", "niet-van-toepassing").click();
  assert.match(find(root, ".ww-position").textContent ?? "", /nog 2 te gaan$/);
  typeIn(input(root, "norm-2", "nvt_reden"), "Wij hebben dit niet.");
  assert.match(find(root, ".ww-position").textContent ?? "", /nog 1 te gaan$/);
});

test("what is skipped is told at the end, and all done is told too", () => {
  const { root } = open({ oneAtATime: true }, { kept: ONE });
  const done = find(root, ".ww-done");
  button(root, "Sla over").click();
  for (const subject of ["norm-2", "norm-3"]) radio(root, subject, "soms").click();
  assert.equal(done.hidden, false);
  assert.equal(find(done, "p").textContent, "U hebt alles gezien. Overgeslagen: 1.");
  button(done, "3.01 Titel 1").click();
  radio(root, "norm-1", "soms").click();
  assert.match(find(done, "p").textContent ?? "", /Alles op deze pagina is ingevuld/);
});

test("keys choose a level and go to another card, but not while somebody types", () => {
  const { root, engine } = open({ oneAtATime: true }, { kept: ONE });
  find(card(root, "norm-1"), "h2").focus();
  assert.equal(press("3"), false);
  press("W");
  assert.deepEqual(engine.asked("choose"), [
    ["norm-1", "niveau", "geregeld"],
    ["norm-1", "niveau", "weet-ik-niet"],
  ]);
  press("v");
  assert.deepEqual(shown(root), ["norm-2"]);
  press("t");
  assert.deepEqual(shown(root), ["norm-1"]);
  input(root, "norm-1", "was").focus();
  assert.equal(press("3"), true);
  assert.equal(engine.asked("choose").length, 2);
});

test("in the list keys work at the levels only, and the chosen one has the focus", () => {
  const { root, engine } = open({ oneAtATime: true });
  find(card(root, "norm-1"), "h2").focus();
  press("3");
  assert.deepEqual(engine.asked("choose"), []);
  radio(root, "norm-1", "soms").focus();
  press("3");
  assert.deepEqual(engine.asked("choose"), [["norm-1", "niveau", "geregeld"]]);
  assert.equal(document.activeElement, radio(root, "norm-1", "geregeld"));
});

test("keys can be switched off, and that is kept", () => {
  const { root, engine, window } = open({ oneAtATime: true }, { kept: ONE });
  const help = find(root, ".ww-help");
  assert.equal(help.hidden, false);
  find(root, "[role=switch]").click();
  find(card(root, "norm-1"), "h2").focus();
  press("3");
  assert.deepEqual(engine.asked("choose"), []);
  assert.equal(help.hidden, true);
  assert.equal(window.localStorage.getItem("was-wordt-sneltoetsen"), "uit");
});

test("one norm alone offers no choice of how to see it", () => {
  const { root } = open({ oneAtATime: true, cards: [norm(1)] }, { width: 400 });
  assert.equal(find(root, ".ww-toolbar").hidden, true);
  assert.deepEqual(shown(root), ["norm-1"]);
});

test("on paper everything is unfolded, and afterwards as it was", () => {
  const { root, window } = open();
  const folds = () =>
    /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll("details.ww-more")]).map((each) => each.open);
  window.dispatchEvent(new window.Event("beforeprint"));
  assert.deepEqual(folds(), [true, true, true]);
  assert.equal(input(root, "norm-3", "bewijs").value, "");
  window.dispatchEvent(new window.Event("afterprint"));
  assert.deepEqual(folds(), [false, false, false]);
});

test("a window about a lost connection gives the focus back to who types; any other window keeps it", () => {
  const { root, window, clock } = open();
  const was = input(root, "norm-1", "was");
  const app = window.document.body.appendChild(window.document.createElement("div"));
  app.dataset.testid = "stApp";
  const interrupt = () => {
    was.focus();
    app.innerHTML = '<section role="dialog" tabindex="-1"><button>Sluiten</button></section>';
    root.toggleAttribute("inert", true);
    const dialog = find(app, "section");
    find(dialog, "button").addEventListener("click", () => dialog.remove());
    dialog.focus();
  };

  app.setAttribute("data-test-connection-state", "CONNECTED");
  interrupt();
  assert.equal(document.activeElement, find(app, "section"));

  app.setAttribute("data-test-connection-state", "PINGING_SERVER");
  interrupt();
  clock.run();
  assert.equal(app.querySelector("section"), null);
  root.removeAttribute("inert");
  clock.run();
  assert.equal(document.activeElement, was);
});
