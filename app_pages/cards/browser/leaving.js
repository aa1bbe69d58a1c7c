// @ts-check
// What is sent when the page goes away: a browser lets 64 kB of it survive the page, all requests together.

import { bodyOf } from "./address.js";

/** @import { Change } from "./contract" */

/** Bytes, with room for what a browser counts beside the bodies. */
export const SURVIVING = 60_000;

export function bytesOf(/** @type {Change[]} */ changes) {
  return new TextEncoder().encode(bodyOf(changes)).length;
}

/**
 * The changes that survive together, as many as fit in `room` bytes, and the others one by one: those may be cut off.
 * @param {Change[]} changes
 * @param {number} room
 */
export function survivors(changes, room) {
  const bySize = changes.map((change) => ({ change, size: bytesOf([change]) })).sort((a, b) => a.size - b.size);
  let used = 0;
  const fits = bySize.filter(({ size }) => (used += size) <= room).map(({ change }) => change);
  return { fits, others: changes.filter((change) => !fits.includes(change)) };
}
