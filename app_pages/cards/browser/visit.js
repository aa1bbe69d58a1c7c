// @ts-check
// What a browser tells of its page, for the engine, which knows no page.

/** @import { PageEngine } from "./engine.js" */
/** @import { Tabs } from "./tabs.js" */

/**
 * Send what waits when the page goes, look for news only while it can be seen, and go on when it comes back.
 * @param {PageEngine} engine
 * @param {Tabs} tabs
 * @param {EventTarget} view The window.
 * @param {Document} page
 */
export function listen(engine, tabs, view, page) {
  const look = () => {
    if (page.visibilityState === "visible") return engine.resume();
    engine.pause();
    engine.flush(true);
  };
  page.addEventListener("visibilitychange", look);
  view.addEventListener("pagehide", () => {
    engine.flush(true);
    tabs.leave();
  });
  view.addEventListener("pageshow", (event) => {
    if (!(/** @type {PageTransitionEvent} */ (event).persisted)) return;
    tabs.hold();
    look();
  });
  view.addEventListener("online", () => engine.flush());
  view.addEventListener("beforeunload", (event) => {
    if (engine.hasUnsaved() && !engine.keepsDrafts) event.preventDefault();
  });
  if (page.visibilityState !== "visible") engine.pause();
}
