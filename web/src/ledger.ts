/** What is on the screen, and which numbers of the server's stream it holds. */

import { isMine, waits, type Entry, type Mine } from "./entry.js";
import type { Item } from "./protocol.js";
import { random } from "./store.js";

export class Ledger {
  entries: Entry[] = [];
  rated = new Map<number, "up" | "down">();
  /** The highest number that was seen. */
  last = 0;

  private numbers = new Set<number>();

  /** The person said `text`, or took a choice: it waits to be sent. */
  say(text: string, choice?: Mine["choice"]): void {
    const at = Date.now() / 1000;
    const state = { status: "waiting", trouble: "", tries: 0 } as const;
    this.entries.push({ type: "mine", id: random(12), text, at, choice, ...state });
  }

  /** What came so far in answer to the message `id`. */
  answers(id: string): Entry[] {
    return this.entries.filter((entry) => entry.type === "message" && entry.to === id);
  }

  drop(mine: Mine): void {
    this.entries = this.entries.filter((entry) => entry !== mine);
  }

  /** The server has counted up to `n`. */
  reach(n: number): void {
    this.last = Math.max(this.last, n);
  }

  /** Take in what came; false when it is there already. */
  take(item: Item): boolean {
    if (this.numbers.has(item.n)) return false;
    this.numbers.add(item.n);
    this.reach(item.n);
    if (item.type === "message") this.entries.push(item);
    else if (!this.entries.some((entry) => isMine(entry, item.id))) {
      const sent = { type: "mine", status: "sent", trouble: "", tries: 1 } as const;
      this.entries.push({ ...item, ...sent, choice: undefined });
    }
    return true;
  }

  /**
   * Another stream begins: what was not answered yet waits to be put again, below a note, and
   * what had come of an answer that was cut short goes. When `erased`, only what waits stays.
   */
  restart(erased: boolean): void {
    const waiting = this.entries.filter(waits);
    const cut = new Set(waiting.flatMap(({ id }) => this.answers(id)));
    const before = erased ? [] : this.entries.filter((entry) => !waits(entry) && !cut.has(entry));
    for (const mine of waiting) mine.choice = undefined; // its title goes as a plain question
    if (before.length) before.push({ type: "note", id: random(4), key: "forgotten" });
    this.entries = [...before, ...waiting];
    this.rated.clear();
  }

  renumber(): void {
    this.last = 0;
    this.numbers.clear();
  }

  empty(): void {
    this.entries = [];
    this.rated.clear();
    this.renumber();
  }

  /** Empty it; the function that is given back puts all in again. */
  setAside(): () => void {
    const { entries, rated, last, numbers } = this;
    this.rated = new Map();
    this.numbers = new Set();
    this.empty();
    return () => Object.assign(this, { entries, rated, last, numbers });
  }
}
