// @ts-check
// A window over the page: native, so that Escape closes it and the focus goes back where it was.

import { make, makeButton } from "./dom.js";

/** @import { Screen } from "./types.d.ts" */

/**
 * Open a dialog with a title, and give where its content goes and how to close it.
 * @param {Screen} screen
 * @param {string} title
 */
export function openDialog(screen, title) {
  const heading = make("h2", { class: "ww-norm", id: "ww-dialoog", text: title });
  const body = make("div", { class: "ww-dialog-body" });
  const buttons = make("div", { class: "ww-buttons" });
  const dialog = make("dialog", { class: "ww-dialog", "aria-labelledby": "ww-dialoog" }, heading, body, buttons);
  dialog.addEventListener("close", () => dialog.remove());
  screen.root.append(dialog);
  dialog.showModal();
  return { dialog, body, buttons, close: () => dialog.close() };
}

/**
 * Ask whether somebody is sure.
 * @param {Screen} screen
 * @param {{ title: string, text: string, yes: string, no: string }} words
 * @param {() => void} act
 */
export function askIfSure(screen, words, act) {
  const { body, buttons, close } = openDialog(screen, words.title);
  body.append(make("p", { text: words.text }));
  const isSure = () => {
    close();
    act();
  };
  buttons.append(makeButton(words.yes, isSure, { class: "ww-primary" }), makeButton(words.no, close));
}
