// What the modules of the view tell each other. Types only; nothing here is loaded.

import type { CardData, Engine, FieldData, FieldState, PageData } from "../contract.d.ts";

/** What the view takes from the browser, so that a test can give its own. */
export interface ViewParts {
  now: () => number;
  setTimeout: (act: () => void, ms: number) => unknown;
  clearTimeout: (timer: unknown) => void;
  /** null when the browser keeps nothing for us. */
  storage: Storage | null;
}

/** What every part of one page may use. */
export interface Screen {
  readonly root: HTMLElement;
  readonly engine: Engine;
  readonly parts: ViewParts;
  /** The newest that the page gave. */
  data: PageData;
  /** Tell a screen reader once. */
  say(text: string): void;
}

/** One card, as its parts see it: what it holds now and its number in a row (1 when it is in none). */
export interface Spot {
  readonly screen: Screen;
  readonly subject: string;
  card: CardData;
  number: number;
}

/** The input of one field. */
export interface Control {
  readonly element: HTMLElement;
  /** What takes the focus, and what a label is for. */
  target(): HTMLElement;
  show(state: FieldState): void;
  update(field: FieldData): void;
}

/** A part of a card that follows what the engine knows. */
export interface Part {
  readonly element: HTMLElement;
  show(): void;
}

/** One field with its label, its input and what there is to say about it. */
export interface FieldView extends Part {
  readonly name: string;
  readonly kind: string;
  update(field: FieldData): void;
  focus(): void;
}

/** One card on screen. */
export interface CardView extends Part {
  readonly subject: string;
  readonly spot: Spot;
  /** Take over what the page gave; what was built stays. */
  update(card: CardData, number: number): void;
  /** Unfold it and put the focus in its first input. */
  lead(): void;
  /** Put the focus on its heading. */
  focus(): void;
  /** Build what is only built when it is opened, as printing needs it. */
  complete(): void;
  /** Buttons that belong to a row of cards go here. */
  readonly tools: HTMLElement;
}
