// @ts-check
// The cards of a page: what is asked, what was answered, and saving it. Mounted in the page itself, without a frame.

import { browserEngine } from "./engine.js";
import { browserParts, CardsPage } from "./view/page.js";

/** @import { PageData } from "./contract.d.ts" */

/**
 * Show the cards of a page in `root`.
 * @param {HTMLElement} root
 * @param {PageData} data
 * @param {(name: string, value: unknown) => void} tell "reload" with the time, "saved" with the newest event
 * @returns {{ update(data: PageData): void, unmount(): void }}
 */
export function mount(root, data, tell) {
  return new CardsPage(root, data, tell, browserEngine(), browserParts());
}
