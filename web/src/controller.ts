/** What the person does in the panel, between the element and the conversation. */

import { safety, strings, type SafetyKey } from "./catalogue.js";
import { Conversation } from "./conversation.js";
import type { Mine } from "./entry.js";
import { QuickExit } from "./exit.js";
import { printPage } from "./printing.js";
import type { BotMessage, Choice, Lang } from "./protocol.js";
import { Speaker } from "./speaker.js";
import { Store } from "./store.js";
import { save, transcript } from "./transcript.js";
import type { Actions } from "./views/entries.js";
import { MAX_CHARACTERS } from "./views/panel.js";
import { spoken } from "./views/rich.js";

/** The element, as the controller sees it. */
export interface Host extends HTMLElement {
  /** Whether the conversation is in view. */
  readonly visible: boolean;
  readonly inline: boolean;
  readonly exitUrl: string;
  readonly language: Lang;
  requestUpdate(): void;
  readonly updateComplete: Promise<boolean>;
  /** Put the focus on what `selector` finds in the shadow. */
  focusOn(selector: string): void;
  hide(): void;
}

export class Controller implements Actions {
  readonly store: Store;
  readonly talk: Conversation;
  readonly speaker: Speaker;
  readonly exit: QuickExit;
  draft: string;
  /** The warning that is shown. */
  asked: "" | "save" | "print" = "";
  /** Presses of Shift so far. */
  presses = 0;

  constructor(
    private readonly host: Host,
    server: string,
  ) {
    this.store = new Store(server);
    this.draft = this.store.value.draft;
    this.speaker = new Speaker(() => host.requestUpdate());
    this.talk = new Conversation(this.store, {
      changed: () => host.requestUpdate(),
      heard: (message) => this.heard(message),
      emptied: () => this.speaker.silence(),
    });
    this.exit = new QuickExit({
      active: () => host.visible || this.talk.known,
      url: () => host.exitUrl,
      leaving: () => this.safety("leaving"),
      wipe: () => this.wipe(),
      progress: (presses) => this.progress(presses),
      returned: () => this.returned(),
    });
  }

  /** The language of the safety texts: that of the last cry for help, else the attribute's. */
  get speech(): Lang {
    const urgent = this.talk.entries.findLast((e) => e.type === "message" && e.kind === "safety");
    return urgent?.type === "message" ? urgent.lang : this.host.language;
  }

  safety(key: SafetyKey): string {
    return safety(this.speech, key);
  }

  ask(question: string): void {
    const text = question.trim().slice(0, MAX_CHARACTERS);
    if (!text) return;
    this.talk.say(text);
    this.host.focusOn("#question");
  }

  send(): void {
    const text = this.draft;
    if (!text.trim()) return;
    this.type("");
    this.ask(text);
  }

  type(text: string): void {
    this.draft = text;
    this.store.set({ draft: text });
    this.host.requestUpdate();
  }

  /** The exit and the hotline stay in sight of whoever writes in a page that scrolls. */
  writing(): void {
    const panel = this.host.shadowRoot?.querySelector(".panel");
    if (this.host.inline) panel?.scrollIntoView({ block: "nearest" });
  }

  choose(message: BotMessage, { key, title }: Choice): void {
    this.talk.say(title, { n: message.n, key });
    this.host.focusOn("#question"); // the button is about to be disabled
  }

  again(mine: Mine): void {
    this.talk.takeBack(mine);
    this.talk.say(mine.text, mine.choice);
    this.host.focusOn("#question");
  }

  edit(mine: Mine): void {
    this.talk.takeBack(mine);
    this.type(mine.text);
    this.host.focusOn("#question");
  }

  rate({ n }: BotMessage, value: "up" | "down"): void {
    if (this.talk.rated.has(n)) return;
    this.talk.rate(n, value);
    this.speaker.tell(strings.rated);
  }

  copy({ text }: BotMessage): void {
    void navigator.clipboard.writeText(text).then(
      () => this.speaker.tell(strings.copied),
      () => undefined, // refused by the person or the browser, who know
    );
  }

  clear(): void {
    void this.talk.clear();
    this.speaker.tell(strings.cleared);
    this.host.focusOn("#question");
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
      if (what === "save") save(transcript(this.talk.entries), strings.file);
      else printPage(this.host);
    });
  }

  private heard(message: BotMessage): void {
    if (this.host.visible) this.speaker.say(message.lang, spoken(message));
    else this.speaker.tell(strings.unread_one);
  }

  private returned(): void {
    this.talk.returned();
    this.draft = this.store.value.draft;
    this.host.requestUpdate();
  }

  private wipe(): void {
    this.draft = "";
    this.asked = "";
    this.host.hide();
    this.talk.wipe();
  }

  private progress(presses: number): void {
    this.presses = presses;
    if (presses === 0) this.speaker.tell(this.safety("exit_stopped"));
    this.host.requestUpdate();
  }
}
