/** The dialogue as the page knows it: what was said, what waits to be sent, what was seen. */

import { waits, type Entry, type Mine } from "./entry.js";
import { Eraser, session } from "./eraser.js";
import { Erasure } from "./erasure.js";
import { Intake, type Watcher } from "./intake.js";
import { Ledger } from "./ledger.js";
import { Link, type Listener, type LinkState } from "./link.js";
import { Outbox } from "./outbox.js";
import { readMessage, readSaid, readSession, readTrouble } from "./read.js";
import { Status } from "./status.js";
import type { Store } from "./store.js";

export class Conversation {
  state: LinkState = "idle";
  /** A sentence of the server that belongs to no message. */
  trouble = "";

  private readonly ledger = new Ledger();
  private readonly erasure = new Erasure();
  private readonly intake: Intake;
  private started = false;
  private readonly status = new Status(() => this.moved("slow"));
  private readonly link: Link;
  private readonly outbox: Outbox;
  private readonly eraser: Eraser;

  constructor(
    private readonly store: Store,
    private readonly watcher: Watcher,
  ) {
    this.intake = new Intake(this.ledger, store, this.erasure, watcher);
    this.link = new Link(store.value.server, store.value.route, this.listener());
    this.outbox = new Outbox({
      next: () => (this.state === "online" ? this.entries.find(waits) : undefined),
      stream: () => store.value.stream,
      send: (verb, body) => this.link.send(verb, body),
      acknowledged: (ack) => this.intake.acknowledged(ack),
      answered: (id) => this.ledger.answers(id).length > 0,
      interrupted: (expired) => this.interrupted(expired),
      changed: () => watcher.changed(),
    });
    const { ledger, erasure, intake, link } = this;
    const renew = (): void => {
      if (this.started) link.renew();
    };
    this.eraser = new Eraser({ store, ledger, erasure, intake, link, watcher, renew });
  }

  get entries(): readonly Entry[] {
    return this.ledger.entries;
  }

  /** What the person thought of the messages, by number. */
  get rated(): ReadonlyMap<number, "up" | "down"> {
    return this.ledger.rated;
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

  /** Whether a conversation was just erased and can still be brought back. */
  get erased(): boolean {
    return this.erasure.held !== undefined;
  }

  open(): void {
    if (this.started) return;
    this.started = true;
    this.link.open();
  }

  /** Try again now, rather than at the next attempt. */
  retry(): void {
    if (this.started && this.state !== "online") this.link.renew();
  }

  close(): void {
    this.started = false;
    this.link.close();
    this.moved("idle");
  }

  say(text: string, choice?: { n: number; key: string }): void {
    this.trouble = "";
    void this.eraser.commit();
    this.ledger.say(text, choice);
    this.open();
    this.watcher.changed();
    void this.outbox.flush();
  }

  /** Take a failed message out, to be sent again or edited. */
  takeBack(mine: Mine): void {
    this.ledger.drop(mine);
    this.watcher.changed();
  }

  /** One opinion a message; it comes back to nothing when it could not be sent. */
  rate(n: number, value: "up" | "down"): void {
    this.ledger.rated.set(n, value);
    this.watcher.changed();
    this.link.send("rate", { n, value, stream: this.store.value.stream }).catch(() => {
      this.ledger.rated.delete(n);
      this.watcher.changed();
    });
  }

  /** All that is there was shown. */
  seen(): void {
    const { last } = this.ledger;
    if (last > this.store.value.seen) this.store.set({ seen: last });
  }

  /** Erase the conversation; for a while it can be brought back. */
  clear(): void {
    this.eraser.clear();
    this.empty();
  }

  /** Bring back what was just erased. */
  undo(): void {
    if (!this.eraser.undo()) return;
    this.watcher.changed();
    void this.outbox.flush();
  }

  /** The page goes away: what was erased can no longer be undone. */
  leave(): void {
    this.eraser.leave();
  }

  /** Leave no trace: server, storage and memory. */
  wipe(): void {
    this.link.farewell();
    this.erasure.release();
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

  private listener(): Listener {
    return {
      credentials: () => {
        const { held } = this.erasure;
        if (held) return { ...session(held), last: held.last };
        return { ...session(this.store.value), last: this.ledger.last };
      },
      session: (raw) => this.intake.session(readSession(raw)),
      message: (raw) => this.intake.take(readMessage(raw)),
      said: (raw) => this.intake.take(readSaid(raw)),
      trouble: (raw) => {
        this.trouble = readTrouble(raw);
        this.watcher.changed();
      },
      state: (state) => this.moved(state),
    };
  }

  private moved(state: LinkState): void {
    this.state = this.status.next(state);
    if (state === "online") this.trouble = "";
    this.watcher.changed();
    if (state === "online") void this.outbox.flush();
  }

  private interrupted(expired: boolean): void {
    if (expired) this.store.set({ token: null });
    if (this.state === "online") this.link.renew();
  }

  private empty(): void {
    this.ledger.empty();
    this.intake.renumber();
    this.trouble = "";
    this.watcher.emptied();
    this.watcher.changed();
  }
}
