/** Sends what the person said, one message after the other, again after each interruption. */

import type { Mine } from "./entry.js";
import type { Verb } from "./link.js";
import type { Ack } from "./protocol.js";
import { readAck } from "./read.js";

/** Sendings of one message after which the person is asked what to do. */
const TRIES = 4;

/** What the outbox needs of the conversation around it. */
export interface Desk {
  /** The next message to send; undefined when there is none or the line is down. */
  next(): Mine | undefined;
  stream(): string | null;
  send(verb: Verb, body: object): Promise<unknown>;
  acknowledged(ack: Ack): void;
  /** Whether an answer to `id` is there, whatever the acknowledgement says. */
  answered(id: string): boolean;
  /** No acknowledgement came; `expired` when the server refused the token. */
  interrupted(expired: boolean): void;
  changed(): void;
}

export class Outbox {
  private busy = false;

  constructor(private readonly desk: Desk) {}

  /** Send all that waits, in order. */
  async flush(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (let mine = this.desk.next(); mine; mine = this.desk.next()) {
        if (!(await this.transmit(mine))) break;
      }
    } finally {
      this.busy = false;
      this.desk.changed();
    }
  }

  /** False when the message waits for the next session. */
  private async transmit(mine: Mine): Promise<boolean> {
    mine.tries += 1;
    const ack = mine.tries > TRIES ? readAck(null) : await this.deliver(mine);
    if (!ack) {
      this.desk.interrupted(false);
      return false;
    }
    this.desk.acknowledged(ack);
    if (!ack.ok && ack.error === "expired") {
      this.desk.interrupted(true);
      return false;
    }
    mine.status = ack.ok || this.desk.answered(mine.id) ? "sent" : "failed";
    mine.trouble = ack.text;
    this.desk.changed();
    return true;
  }

  private async deliver({ id, text, choice }: Mine): Promise<Ack | undefined> {
    const { desk } = this;
    try {
      const raw = choice
        ? await desk.send("choose", { id, ...choice, stream: desk.stream() })
        : await desk.send("say", { id, text });
      return readAck(raw);
    } catch {
      return undefined; // the line broke, or no acknowledgement came in time
    }
  }
}
