/** The dialogue as the page knows it: what was said, what waits to be sent, what was seen. */

import { Link, type LinkState } from "./link.js";
import {
  readAck,
  readMessage,
  readSaid,
  readSession,
  readTrouble,
  type Ack,
  type BotMessage,
  type Choice,
  type Item,
} from "./protocol.js";
import { random, type Store } from "./store.js";

/** Something that the person said. A choice remembers which message offered it. */
export interface Mine {
  readonly type: "mine";
  readonly id: string;
  readonly text: string;
  at: number;
  status: "waiting" | "sent" | "failed";
  /** Why it failed: a sentence of the server, or "" for our own. */
  trouble: string;
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

/** Whom the conversation tells what is new. */
export interface Watcher {
  changed(): void;
  /** A message that came in now, as opposed to one shown again on a new page. */
  heard(message: BotMessage): void;
  /** The whole dialogue is gone. */
  emptied(): void;
}

/** Sendings of one message after which the person is asked what to do. */
const TRIES = 4;

const fresh = (): string => random(12);
const now = (): number => Date.now() / 1000;

export class Conversation {
  entries: Entry[] = [];
  state: LinkState = "idle";
  /** A sentence of the server that belongs to no message. */
  trouble = "";
  readonly rated = new Map<number, "up" | "down">();

  private last = 0;
  private numbers = new Set<number>();
  private met = false;
  private sending = false;
  private forgetting = false;
  private started = false;
  private readonly link: Link;

  constructor(
    private readonly store: Store,
    private readonly watcher: Watcher,
  ) {
    this.link = new Link(store.value.server, store.value.route, {
      credentials: () => {
        const { token, stream } = store.value;
        return { token, stream, last: this.last };
      },
      session: (raw) => this.session(raw),
      message: (raw) => this.take(readMessage(raw)),
      said: (raw) => this.take(readSaid(raw)),
      trouble: (raw) => {
        this.trouble = readTrouble(raw);
        this.watcher.changed();
      },
      state: (state) => this.moved(state),
    });
  }

  /** Whether the tab holds a conversation that can go on. */
  get known(): boolean {
    return this.store.value.token !== null;
  }

  /** Whether an answer is being written. */
  get answering(): boolean {
    return this.state === "online" && this.entries.some(waits);
  }

  /** How many messages of Vigie the person has not been shown. */
  get unread(): number {
    return this.entries.filter((e) => e.type === "message" && e.n > this.store.value.seen).length;
  }

  open(): void {
    if (this.started) return;
    this.started = true;
    this.link.open();
  }

  /** Try again now, rather than at the next attempt. */
  retryLink(): void {
    if (this.started && this.state !== "online") this.link.renew();
  }

  close(): void {
    this.started = false;
    this.link.close();
    this.moved("idle");
  }

  say(text: string, choice?: { n: number; key: string }): void {
    this.trouble = "";
    this.entries.push({
      ...{ type: "mine", id: fresh(), text, at: now(), status: "waiting", trouble: "" },
      ...{ tries: 0, choice },
    });
    this.open();
    this.watcher.changed();
    void this.flush();
  }

  choose(message: BotMessage, choice: Choice): void {
    this.say(choice.title, { n: message.n, key: choice.key });
  }

  /** Send a failed message again, as a new one. */
  again(mine: Mine): void {
    this.entries = this.entries.filter((entry) => entry !== mine);
    this.say(mine.text, mine.choice);
  }

  /** Take a failed message back, to be edited. */
  takeBack(mine: Mine): string {
    this.entries = this.entries.filter((entry) => entry !== mine);
    this.watcher.changed();
    return mine.text;
  }

  /** One opinion a message; it comes back to nothing when it could not be sent. */
  rate(n: number, value: "up" | "down"): void {
    if (this.rated.has(n)) return;
    this.rated.set(n, value);
    this.watcher.changed();
    const { stream } = this.store.value;
    this.link.send("rate", { n, value, stream }).catch(() => {
      this.rated.delete(n);
      this.watcher.changed();
    });
  }

  seen(): void {
    if (this.last > this.store.value.seen) this.store.set({ seen: this.last });
  }

  /** Forget the conversation, here and on the server. */
  async clear(): Promise<void> {
    this.empty();
    if (!this.known) return;
    this.forgetting = true;
    try {
      const ack = readAck(await this.link.send("forget", {}));
      if (!ack.ok) throw new Error(ack.error);
      this.forgetting = false;
      this.renumber();
      this.acknowledged(ack);
    } catch {
      this.forgetting = false;
      this.link.farewell(); // by HTTP, and then a new session whatever became of it
      this.store.set({ token: null, stream: null });
      if (this.started) this.link.renew();
    }
  }

  /** Leave no trace: server, storage and memory. */
  wipe(): void {
    this.link.farewell();
    this.close();
    this.store.wipe();
    this.empty();
  }

  /** The browser shows the page again: the tab may have gone on, or erased, in between. */
  returned(): void {
    if (this.store.reload()) return;
    this.close();
    this.empty();
    if (this.known) this.open();
  }

  private empty(): void {
    this.entries = [];
    this.renumber();
    this.rated.clear();
    this.trouble = "";
    this.watcher.emptied();
    this.watcher.changed();
  }

  private renumber(): void {
    this.last = 0;
    this.numbers.clear();
    if (this.store.value.seen) this.store.set({ seen: 0 });
  }

  /** What the person is told of the line. A line that is down stays so until it is up again. */
  private moved(state: LinkState): void {
    const troubled = state === "lost" || state === "connecting";
    if (state === "online") this.met = true;
    if (troubled && !navigator.onLine) this.state = "offline";
    else if (!(troubled && this.state === "down")) this.state = troubled && !this.met ? "connecting" : state;
    this.watcher.changed();
    if (state === "online") void this.flush();
  }

  private session(raw: unknown): void {
    const session = readSession(raw);
    if (!session) return;
    const known = this.store.value.stream;
    if (known !== null && session.stream !== known) this.restart(session.erased);
    this.store.set({ token: session.token, stream: session.stream });
    session.items.forEach((item) => this.take(item));
    this.last = Math.max(this.last, session.last);
    this.watcher.changed();
  }

  /** The numbering is a new one: another window erased, or the server no longer knows us. */
  private restart(erased: boolean): void {
    const waiting = this.entries.filter(waits);
    if (erased) {
      this.entries = waiting;
      this.rated.clear();
    }
    this.renumber();
    for (const mine of waiting) mine.choice = undefined; // its title goes as a plain question
    const before = this.entries.length > waiting.length;
    if (before && !erased) {
      const note: Note = { type: "note", id: fresh(), key: "forgotten" };
      this.entries = [...this.entries.filter((entry) => !waits(entry)), note, ...waiting];
    }
  }

  private take(item: Item | undefined): void {
    if (!item || this.forgetting || this.numbers.has(item.n)) return;
    this.numbers.add(item.n);
    this.last = Math.max(this.last, item.n);
    if (item.type === "message") {
      this.entries.push(item);
      if (item.n > this.store.value.seen) this.watcher.heard(item);
    } else {
      const mine = this.entries.find((entry) => entry.type === "mine" && entry.id === item.id);
      if (!mine) {
        const sent = { type: "mine", status: "sent", trouble: "", tries: 0 } as const;
        this.entries.push({ ...item, ...sent, choice: undefined });
      }
    }
    this.watcher.changed();
  }

  /** Send what waits, one after the other, so that the order is kept. */
  private async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      for (let mine = this.next(); mine; mine = this.next()) {
        if (!(await this.transmit(mine))) break;
      }
    } finally {
      this.sending = false;
      this.watcher.changed();
    }
  }

  private next(): Mine | undefined {
    return this.state === "online" ? this.entries.find(waits) : undefined;
  }

  /** False when the line broke: the message waits for the next session. */
  private async transmit(mine: Mine): Promise<boolean> {
    const { id, text, choice } = mine;
    if ((mine.tries += 1) > TRIES) return this.fail(mine);
    let ack: Ack;
    try {
      const raw = choice
        ? await this.link.send("choose", { id, ...choice, stream: this.store.value.stream })
        : await this.link.send("say", { id, text });
      ack = readAck(raw);
    } catch {
      if (this.state === "online") this.link.renew();
      return false;
    }
    this.acknowledged(ack);
    if (ack.error === "expired" && !ack.ok) {
      this.store.set({ token: null });
      this.link.renew();
      return false;
    }
    mine.status = ack.ok || this.answered(id) ? "sent" : "failed";
    mine.trouble = ack.text;
    this.watcher.changed();
    return true;
  }

  private fail(mine: Mine): boolean {
    mine.status = "failed";
    return true;
  }

  private answered(id: string): boolean {
    return this.entries.some((entry) => entry.type === "message" && entry.to === id);
  }

  private acknowledged(ack: Ack): void {
    if (ack.token) this.store.set({ token: ack.token });
    if (ack.stream && ack.stream !== this.store.value.stream) {
      this.renumber();
      this.store.set({ stream: ack.stream });
    }
    ack.items.forEach((item) => this.take(item));
    this.last = Math.max(this.last, ack.last);
  }
}

function waits(entry: Entry): entry is Mine {
  return entry.type === "mine" && entry.status === "waiting";
}
