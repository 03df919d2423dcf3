/** A conversation erased by the person who had it: here at once, on the server a little later. */

import type { Erasure } from "./erasure.js";
import type { Intake, Watcher } from "./intake.js";
import type { Ledger } from "./ledger.js";
import type { Link } from "./link.js";
import { readAck } from "./read.js";
import type { Store } from "./store.js";

interface Session {
  readonly token: string | null;
  readonly stream: string | null;
}

/** Of what holds more, the session alone. */
export const session = ({ token, stream }: Session): Session => ({ token, stream });

/** What an erasure concerns: what is shown, kept in the tab, and on its way. */
export interface Concerned {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly erasure: Erasure;
  readonly intake: Intake;
  readonly link: Link;
  readonly watcher: Watcher;
  /** Open the line anew, if it was opened. */
  renew(): void;
}

export class Eraser {
  constructor(private readonly on: Concerned) {}

  /**
   * Erase the conversation: out of the tab at once (whoever calls takes it off the screen); on the
   * server when it can no longer be undone, which is also when something else is said or the page
   * goes away.
   */
  clear(): void {
    const { store, ledger, erasure } = this.on;
    void this.commit();
    const { token, stream, seen } = store.value;
    const { last } = ledger;
    if (!token) return;
    const restore = ledger.setAside();
    erasure.hold({ token, stream, seen, last, restore }, () => void this.commit());
    store.set({ token: null, stream: null, seen: 0 });
  }

  /** Bring back what was just erased; false where nothing was. */
  undo(): boolean {
    const { store, erasure } = this.on;
    const held = erasure.release();
    if (!held) return false;
    held.restore();
    store.set({ token: held.token, stream: held.stream, seen: held.seen });
    if (erasure.missed) this.on.renew();
    return true;
  }

  /** The page goes away: what was erased can no longer be undone. */
  leave(): void {
    if (this.on.erasure.held) this.on.link.farewell();
    this.on.erasure.release();
  }

  /** Forget on the server what was erased here, if anything was. */
  async commit(): Promise<void> {
    const { store, erasure, intake, link, watcher } = this.on;
    const held = erasure.release();
    if (!held) return;
    store.set(session(held));
    intake.forgetting = true;
    watcher.changed();
    const ack = await link.send("forget", {}).then(readAck, () => readAck(null));
    intake.forgetting = false;
    intake.renumber();
    if (ack.ok) return intake.acknowledged(ack);
    link.farewell(); // by HTTP, and then a new session whatever became of it
    store.set({ token: null, stream: null });
    this.on.renew();
  }
}
