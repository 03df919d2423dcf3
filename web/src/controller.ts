/** What the person does in the panel, between the element and the conversation. */

import { learn, safety, speaks, words, type SafetyKey, type Words } from "./catalogue.js";
import { Conversation } from "./conversation.js";
import type { Mine } from "./entry.js";
import { UNDO_MS } from "./erasure.js";
import { QuickExit } from "./exit.js";
import type { Host } from "./host.js";
import { Lateness } from "./lateness.js";
import type { BotMessage, Choice, Lang } from "./protocol.js";
import { Speaker } from "./speaker.js";
import { Store } from "./store.js";
import { TakeAway } from "./takeaway.js";
import type { Actions } from "./views/entries.js";
import { MAX_CHARACTERS } from "./views/panel.js";
import { spoken } from "./views/rich.js";

/** Answers in which another language than French is still the one that the person writes. */
const RECENT = 2;

export class Controller implements Actions {
  readonly store: Store;
  readonly talk: Conversation;
  readonly speaker: Speaker;
  readonly exit: QuickExit;
  draft: string;
  /** Presses of Shift so far. */
  presses = 0;
  /** Whether the end of a paste was left out. */
  cut = false;
  /** What leaves the page. */
  readonly away: TakeAway;
  /** That an answer is being written, once it takes its time. */
  readonly lateness: Lateness;

  private gone = false;

  constructor(
    private readonly host: Host,
    server: string,
  ) {
    this.store = new Store(server);
    this.draft = this.store.value.draft;
    this.speaker = new Speaker(() => host.requestUpdate());
    this.lateness = new Lateness(() => this.words.writing, () => host.requestUpdate());
    this.away = new TakeAway(host, this.speaker, () => this.words, () => this.talk.entries);
    this.talk = new Conversation(this.store, {
      changed: () => this.changed(),
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

  /**
   * The language that the person reads: of what was just written or answered, where it is none of
   * French; else of the last cry for help; else the attribute's.
   */
  get speech(): Lang {
    const told = this.talk.entries.filter((entry) => entry.type === "message");
    const signs = told.slice(-RECENT).map(({ lang, writes }) => (lang === "fr" ? writes : lang));
    const cry = told.findLast(({ kind }) => kind === "safety");
    return signs.findLast((lang) => lang !== "fr") ?? cry?.lang ?? this.host.language;
  }

  /** The language of the interface: that of `speech` once all its sentences are there. */
  get tongue(): Lang {
    return speaks(this.speech) ? this.speech : "fr";
  }

  get words(): Words {
    return words(this.tongue);
  }

  safety(key: SafetyKey): string {
    return safety(this.speech, key);
  }

  ask(question: string): void {
    const text = question.trim().slice(0, MAX_CHARACTERS);
    if (!text) return;
    this.talk.say(text);
    this.host.focusOn("#question");
    this.writing();
  }

  send(): void {
    const text = this.draft;
    if (!text.trim()) return;
    this.type("");
    this.ask(text);
  }

  type(text: string): void {
    if (text.length < MAX_CHARACTERS) this.cut = false;
    else if (this.draft.length < MAX_CHARACTERS && !this.cut) this.speaker.tell(this.words.limit);
    this.draft = text;
    this.store.set({ draft: text });
    this.host.requestUpdate();
  }

  /** The field takes no more than it may: a paste that is cut is told, before it happens. */
  paste(text: string, { value, selectionStart, selectionEnd }: HTMLTextAreaElement): void {
    const kept = value.length - (selectionEnd - selectionStart);
    this.cut = kept + text.replace(/\r\n?/g, "\n").length > MAX_CHARACTERS;
    if (this.cut) this.speaker.tell(this.words.limit_paste);
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
    this.speaker.tell(this.words.rated);
  }

  clear(): void {
    this.talk.clear();
    this.speaker.tell(this.words.cleared, UNDO_MS);
    this.host.focusOn("#question");
  }

  undo(): void {
    this.talk.undo();
    this.speaker.tell(this.words.undone);
    this.host.focusOn("#question");
  }

  /** Load what the interface lacks in the language that the person reads. */
  follow(): void {
    learn(this.speech, () => this.host.requestUpdate());
  }

  private changed(): void {
    const { answering, state } = this.talk;
    this.lateness.follow(answering);
    const gone = state === "down" || state === "refused";
    if (gone && !this.gone) this.host.notify("error");
    this.gone = gone;
    this.follow();
    this.host.requestUpdate();
  }

  private heard(message: BotMessage): void {
    if (this.host.visible) this.speaker.say(message.lang, spoken(message));
    else this.speaker.tell(this.words.unread_one);
  }

  private returned(): void {
    this.talk.returned();
    this.draft = this.store.value.draft;
    this.host.requestUpdate();
  }

  private wipe(): void {
    this.draft = "";
    this.away.asked = "";
    this.host.hide();
    this.talk.wipe();
  }

  private progress(presses: number): void {
    this.presses = presses;
    if (presses === 0) this.speaker.tell(this.safety("exit_stopped"));
    this.host.requestUpdate();
  }
}
