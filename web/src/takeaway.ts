/** What leaves the page: an answer or its source copied, the conversation in a file or on paper. */

import { words, type Words } from "./catalogue.js";
import { citation } from "./citation.js";
import type { Entry } from "./entry.js";
import type { Host } from "./host.js";
import { printPage } from "./printing.js";
import type { BotMessage } from "./protocol.js";
import type { Speaker } from "./speaker.js";
import { save, transcript, whole } from "./transcript.js";

export class TakeAway {
  /** The warning that is shown. */
  asked: "" | "save" | "print" = "";

  constructor(
    private readonly host: Host,
    private readonly speaker: Speaker,
    private readonly said: () => Words,
    private readonly entries: () => readonly Entry[],
  ) {}

  copy(message: BotMessage): void {
    this.take(whole(message), this.said().copied);
  }

  cite({ cited }: BotMessage): void {
    if (cited) this.take(citation(cited), this.said().cited);
  }

  /** Warn before the conversation leaves the page. */
  warn(what: "save" | "print"): void {
    this.asked = what;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.focusOn(".go"));
  }

  cancel(): void {
    this.asked = "";
    this.host.requestUpdate();
    this.host.focusOn("#question");
  }

  /** Save or print, once warned. */
  keep(): void {
    const what = this.asked;
    this.cancel();
    void this.host.updateComplete.then(() => {
      if (what === "save") save(transcript(this.entries()), words("fr").file);
      else printPage(this.host);
    });
  }

  private take(text: string, done: string): void {
    void navigator.clipboard.writeText(text).then(
      () => this.speaker.tell(done),
      () => undefined, // refused by the person or the browser, who know
    );
  }
}
