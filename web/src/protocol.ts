/** What goes over the wire (docs/protocole-web.md), once read: see read.ts. */

export type Lang = "fr" | "en" | "es" | "ht";

/** Things side by side: what is compared, and for each point what is said of each of them. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[][] }[];
}

/** One answered question: a sentence, a list, a closing sentence; each may be empty. */
export interface Part {
  readonly lead: string;
  readonly items: readonly string[];
  readonly after: string;
  /** Whether the items are told by their number. */
  readonly numbered?: boolean | undefined;
  /** What the items say, side by side, where they compare. */
  readonly table?: Table | undefined;
}

/** A page that something comes from, and the day when it was checked (ISO). */
export interface Origin {
  readonly text: string;
  readonly url: string;
  readonly checked: string;
  /** What it tells beyond the document. */
  readonly covers: string;
}

/** A section of the document, and its paragraphs. */
export interface Passage {
  readonly section: string;
  readonly paragraphs: readonly number[];
}

/** The document as an answer cites it. */
export interface Cited {
  readonly title: string;
  readonly url: string;
  readonly written: string;
  readonly years: string;
  readonly passages: readonly Passage[];
}

export interface Choice {
  readonly key: string;
  readonly title: string;
}

/** A page of the server itself, on what an answer tells: a path, never another site. */
export interface Sheet {
  readonly title: string;
  readonly path: string;
}

/** What Vigie says. `n` numbers it in the stream, `to` is the id of what it answers. */
export interface BotMessage {
  readonly type: "message";
  readonly n: number;
  readonly to: string;
  readonly at: number;
  readonly kind: string;
  readonly urgent: boolean;
  readonly lang: Lang;
  /** The language of what it answers. */
  readonly writes: Lang;
  readonly text: string;
  readonly answers: readonly Part[];
  readonly updates: readonly string[];
  /** The updates with their own source and date. */
  readonly changes: readonly Origin[];
  readonly source: string;
  readonly sources: readonly Origin[];
  readonly cited: Cited | undefined;
  readonly choices: readonly Choice[];
  /** Questions to go on with. */
  readonly follow: readonly string[];
  readonly pages: readonly Sheet[];
  readonly english: readonly string[];
}

/** What the person said, as the server gives it back to a resumed page or another window. */
export interface Said {
  readonly type: "said";
  readonly n: number;
  readonly id: string;
  readonly text: string;
  readonly at: number;
}

export type Item = BotMessage | Said;

export interface Session {
  readonly token: string;
  readonly stream: string;
  /** Another window erased the conversation. */
  readonly erased: boolean;
  readonly last: number;
  readonly items: readonly Item[];
}

/** The end of a turn. Over HTTP it brings the messages too. */
export interface Ack {
  readonly ok: boolean;
  readonly error: string;
  readonly text: string;
  readonly last: number;
  readonly token: string;
  readonly stream: string;
  /** The message asked to erase all. */
  readonly erased: boolean;
  readonly items: readonly Item[];
}
