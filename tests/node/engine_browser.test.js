// @ts-check
// The engine with the real parts of a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";

import { browserEngine } from "../../app_pages/cards/browser/engine.js";
import { settled, World } from "./engine_world.js";

test("one engine per page, with the storage, the clock and the network of the browser", async () => {
  const { window } = new JSDOM("", { url: "https://was-wordt.example/", pretendToBeVisual: true });
  const world = new World();
  const fetched = world.server.fetch("Kim", () => false);
  const { document, navigator } = window;
  Object.assign(window, { fetch: fetched });
  for (const [name, value] of Object.entries({ window, document, navigator })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  const engine = browserEngine();
  assert.equal(browserEngine(), engine);
  await engine.open("z1", "stap-3", world.server.state());
  engine.type("n1", "was", "laatste woord");
  assert.equal(engine.keepsDrafts, true);
  const keys = Object.keys(window.localStorage);
  assert.equal(keys.filter((key) => key.startsWith("was-wordt-concept")).length, 1);
  window.dispatchEvent(new window.Event("pagehide"));
  await settled();
  assert.equal(world.server.value("n1", "was"), "laatste woord");
  assert.equal(engine.field("n1", "was").state, "stored");
  engine.pause();
  window.close();
});
