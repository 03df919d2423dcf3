/** What the log shows: what the person said, what Vigie said, and notes between them. */

import type { BotMessage } from "./protocol.js";

/** Something that the person said. A choice remembers which message offered it. */
export interface Mine {
  readonly type: "mine";
  readonly id: string;
  readonly text: string;
  readonly at: number;
  status: "waiting" | "sent" | "failed";
  /** Why it failed: a sentence of the server, or "". */
  trouble: string;
  /** How often it was sent. */
  tries: number;
  choice: { n: number; key: string } | undefined;
}

/** A line between entries, by the key of its sentence in the catalogue. */
export interface Note {
  readonly type: "note";
  readonly id: string;
  readonly key: "forgotten";
}

export type Entry = Mine | BotMessage | Note;

/** Whether `entry` was not acknowledged yet. */
export const waits = (entry: Entry): entry is Mine =>
  entry.type === "mine" && entry.status === "waiting";

/** Whether `entry` is what the person said under `id`. */
export const isMine = (entry: Entry, id: string): entry is Mine =>
  entry.type === "mine" && entry.id === id;
