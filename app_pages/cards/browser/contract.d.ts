// What the page tells the browser about its cards, what the address of answers takes and gives (see
// docs/antwoorden.openapi.json), and what the engine tells the view. Types only; nothing here is loaded.

// ---------------------------------------------------------------- from the page (app_pages/cards, Python)

/** Everything that one page gives to its cards. Texts are plain unless their name ends in `Html`. */
export interface PageData {
  /** Id of the open assessment. */
  assessment: string;
  /** Address of the page: "stap-3", "plan", "overzicht". */
  page: string;
  /** Title of the list for a screen reader: "Normen van stap 3". */
  title: string;
  /** Whether everything is shown to read and nothing can be changed. */
  readOnly: boolean;
  /** Whether one card at a time is offered beside the list: for norms. */
  oneAtATime: boolean;
  /** Whether the script is told after a save, because the page shows what follows from it. */
  tellsSaves: boolean;
  levels: LevelData[];
  cards: CardData[];
  /** A row whose cards are added, moved and removed here: the steps of a process. */
  row: RowData | null;
  /** Words of the bar over answers copied from the round before; "" where nothing was copied. */
  copiedBar: boolean;
  /** Where to begin: the subject of a card that was just made, to unfold and focus; "" for none. */
  lead: string;
  /** Names of fields in Dutch, as in "Niet opgeslagen: het bewijs.", by card kind and field. */
  fieldNames: Record<CardKind, Record<string, string>>;
  state: StateData;
}

export type CardKind = "norm" | "action" | "process" | "particulars";

export interface LevelData {
  id: string;
  /** 0 to 4; null for "weet ik niet" and "niet van toepassing". */
  number: number | null;
  label: string;
  /** What it means, in one line. */
  meaning: string;
}

export interface CardData {
  /** A norm id, "actie:ID", "proces:SECTION:ID" or "rapportgegevens". */
  subject: string;
  kind: CardKind;
  /** "3.02"; "" for what has no code. */
  code: string;
  /** Of a norm; an action and a process step are named by their text. */
  title: string;
  /** Below the title: the norm, its tags. Safe HTML. */
  introHtml: string;
  /** The explanation, folded by the browser; safe HTML, "" for none. */
  detailsHtml: string;
  fields: FieldData[];
  /** Whether the whole card is folded until somebody opens it: an action. */
  folded: boolean;
}

export type FieldKind = "level" | "text" | "line" | "choice" | "several" | "day" | "mark" | "hidden";

export interface FieldData {
  /** As stored: "niveau", "was", "normen", … */
  name: string;
  kind: FieldKind;
  label: string;
  /** Of a choice or several: stored value and words, in order. */
  options?: [string, string][];
  /** Of a choice: the words for no choice. Of an ambition it depends on the level: see `emptyAbove`. */
  empty?: string;
  /** Below the field. */
  note?: string;
  /** Longest text in characters; what is longer is refused by the server. */
  longest?: number;
  /** Shown only when that field has that value: the reason of "niet van toepassing". */
  onlyWhen?: { field: string; value: string };
  /** Said when the field is shown and empty: "Zonder reden telt deze norm als open." */
  whenEmpty?: string;
  /** Whether it stands in the folded part of the card. */
  isFolded?: boolean;
  /** Stands beside the level, opened by a button with these words while it is empty: "Anders geregeld?" */
  opener?: string;
  /** Two fields of half the width that follow each other stand side by side. */
  half?: boolean;
  /** Of an ambition: levels below the present one are left out, as `target` of the norm says what empty means. */
  target?: number;
}

export interface RowData {
  /** Prefix of a new subject: "proces:stap-3:". */
  prefix: string;
  /** The same fields for every card; labels hold "{n}" where the number of the card comes. */
  template: CardData;
  addLabel: string;
  /** Shown while there is no card. */
  introduction: string;
}

/** What is stored at the time of the page; an empty value is left out unless it was cleared. */
export interface StateData {
  /** The newest event in here; 0 when there is none. */
  latest: number;
  /** By subject and field. */
  values: Record<string, Record<string, StoredValue>>;
  /** The particulars as stored, by field; only where the page shows them. */
  particulars: Record<string, string>;
  particularsAt: string | null;
  /** Depth, status and content version, to see that the page as a whole became another. */
  details: string;
}

export interface StoredValue {
  value: string;
  /** The event that holds it. */
  event: number;
  /** UTC, ISO 8601. */
  at: string;
  /** Sentences about what looks like data of a resident; [] for none. */
  warnings: string[];
}

// ---------------------------------------------------------------- the address: POST and GET /antwoorden/{assessment}

export interface SaveRequest {
  changes: Change[];
}

export interface Change {
  subject: string;
  field: string;
  value: string;
  /** The event that the user was looking at; 0 for nothing yet. */
  seen: number;
  /** Only for a particular, which has no events: the text that the user was looking at. */
  before?: string;
}

/** 200: everything in the request is durably stored, in the same order. */
export interface SaveAnswer {
  saved: Saved[];
}

export interface Saved extends StoredValue {
  subject: string;
  field: string;
}

/** Any other status: nothing of the request was stored. */
export interface Refusal {
  error: {
    code:
      | "conflict" // 409: the field holds something that the user has not seen
      | "locked" // 423: the round was settled
      | "invalid" // 422: a value or field that cannot be
      | "not-json" // 400
      | "too-large" // 413
      | "foreign" // 403: another origin, or not this computer
      | "not-found" // 404: no such assessment
      | "bug" // 500: a mistake of ours; the traceback is in the log
      | "storage"; // 503: try again later
    /** A Dutch sentence: where, what, what to do. */
    message: string;
    /** Which change it is about; absent when it is about the request as a whole. */
    subject?: string;
    field?: string;
    /** Of a conflict. */
    theirs?: string;
    event?: number;
    author?: string;
    at?: string;
  };
}

/** GET /antwoorden/{assessment}?after=N&page=P&viewer=V&progress=1 */
export interface News {
  latest: number;
  events: NewsEvent[];
  details: string;
  particulars: Record<string, string>;
  particularsAt: string | null;
  /** Names of others who look at this page now. */
  looking: string[];
  progress: Progress | null;
}

export interface NewsEvent extends StoredValue {
  subject: string;
  field: string;
  author: string;
}

export interface Progress {
  value: number;
  max: number;
  /** Below the bar, in Dutch. */
  lines: string[];
  /** "3/14" by page. */
  counts: Record<string, string>;
}

/** GET /antwoorden/{assessment}/geschiedenis/{subject}, newest first. */
export interface History {
  events: (NewsEvent & { origin: string })[];
}

// ---------------------------------------------------------------- the engine (engine.js), which knows no page

export type SaveState =
  | "empty" // nothing was ever filled in
  | "stored" // what stands on screen is what is stored
  | "waiting" // differs, and will be sent or is under way
  | "offline" // differs, sending failed; kept in this browser and tried again
  | "conflict" // somebody else stored something meanwhile: a person chooses
  | "refused"; // the server said no, and why

/** One field as the view shows it. */
export interface FieldState {
  /** What stands, or should stand, on screen. */
  value: string;
  /** What is stored. */
  stored: string;
  event: number;
  at: string | null;
  state: SaveState;
  warnings: string[];
  /** Whether words were put back that were typed on an earlier visit. */
  isRecovered: boolean;
  conflict: { theirs: string; author: string; at: string } | null;
  /** Why it was refused; "" otherwise. */
  message: string;
  /** Whether refusing is final: the round was settled. */
  isFinal: boolean;
}

export interface EngineParts {
  fetch: typeof fetch;
  /** null when the browser keeps nothing for us. */
  storage: Storage | null;
  now: () => number;
  setTimeout: (act: () => void, ms: number) => unknown;
  clearTimeout: (timer: unknown) => void;
  /** Names of tabs that are open now, and holding such a name until the tab is gone; see engine.js. */
  tabs: { mine: string; open: () => Promise<string[]> };
}

/** Called with the subjects of which something changed, or with null when all may have. */
export type Listener = (subjects: Set<string> | null) => void;

export interface Engine {
  /** Show this assessment: takes in what is stored, keeps what was typed, puts back and sends drafts of earlier visits. */
  open(assessment: string, page: string, state: StateData): Promise<void>;
  field(subject: string, field: string): FieldState;
  /** Every field of a subject that was ever filled in or typed in. */
  fields(subject: string): Record<string, FieldState>;
  /** A key was pressed: sent shortly after the last one. */
  type(subject: string, field: string, value: string): void;
  /** Something was chosen: sent at once. */
  choose(subject: string, field: string, value: string): void;
  /** Several fields that belong together: all or none are stored. Resolves to "" or why not, in Dutch. */
  together(values: { subject: string; field: string; value: string }[]): Promise<string>;
  /** Settle a conflict with one of the texts, or both, theirs first. */
  settle(subject: string, field: string, choice: "mine" | "theirs" | "both"): void;
  /** Try again what was refused or failed. */
  retry(): void;
  /** Throw away what was refused for good. */
  discard(subject: string, field: string): void;
  /** Everything that waits is sent now; with `leaving` so that it survives the page. */
  flush(leaving?: boolean): void;
  /** Whether anything on screen is not stored. */
  hasUnsaved(): boolean;
  /** Drafts that could not be sent, of subjects that are not on this page too. */
  unsaved(): { subject: string; field: string; value: string; state: SaveState }[];
  history(subject: string): Promise<History>;
  /** A field is being typed in: news for it waits until it is left (null: none is). */
  focus(at: { subject: string; field: string } | null): void;
  subscribe(listener: Listener): () => void;
  /** Names of others on this page, progress, and whether the page as a whole became another. */
  readonly looking: string[];
  readonly progress: Progress | null;
  readonly isOutdated: boolean;
  /** Whether this browser can keep what is not stored. */
  readonly keepsDrafts: boolean;
  /** Whether the last attempt to reach the server failed. */
  readonly isOffline: boolean;
  /** Stop looking for news: no page shows this assessment any more. Sending goes on. */
  close(): void;
}
