/** What comes from the server, put where it belongs: on the screen, in the tab, or nowhere. */

import type { Erasure } from "./erasure.js";
import type { Ledger } from "./ledger.js";
import type { Ack, BotMessage, Item, Session } from "./protocol.js";
import type { Store } from "./store.js";

/** Whom the conversation tells what is new. */
export interface Watcher {
  changed(): void;
  /** A message that the person has not been shown yet. */
  heard(message: BotMessage): void;
  /** The whole dialogue is gone. */
  emptied(): void;
}

export class Intake {
  /** Whether the server is erasing the conversation: what still comes of it is not shown. */
  forgetting = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly store: Store,
    private readonly erasure: Erasure,
    private readonly watcher: Watcher,
  ) {}

  session(session: Session | undefined): void {
    if (!session) return;
    const { held } = this.erasure;
    if (held && session.stream === held.stream) {
      held.token = session.token;
      this.erasure.missed ||= session.items.length > 0;
      return;
    }
    this.erasure.release(); // the server has no more of it to forget
    const known = this.store.value.stream;
    if (known !== null && session.stream !== known) {
      this.ledger.restart(session.erased);
      this.renumber();
    }
    this.store.set({ token: session.token, stream: session.stream });
    session.items.forEach((item) => this.take(item));
    this.ledger.reach(session.last);
    this.watcher.changed();
  }

  take(item: Item | undefined): void {
    const erased = this.erasure.held !== undefined;
    if (erased) this.erasure.missed = true;
    if (!item || erased || this.forgetting || !this.ledger.take(item)) return;
    if (item.type === "message" && item.n > this.store.value.seen) this.watcher.heard(item);
    this.watcher.changed();
  }

  acknowledged(ack: Ack): void {
    if (ack.token) this.store.set({ token: ack.token });
    if (ack.stream && ack.stream !== this.store.value.stream) {
      if (ack.erased) this.ledger.restart(true);
      this.renumber();
      this.store.set({ stream: ack.stream });
    }
    ack.items.forEach((item) => this.take(item));
    this.ledger.reach(ack.last);
  }

  /** Another stream begins: its numbers are not those of before. */
  renumber(): void {
    this.ledger.renumber();
    if (this.store.value.seen) this.store.set({ seen: 0 });
  }
}
