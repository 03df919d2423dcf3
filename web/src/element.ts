/** <vigie-chat>: the launcher and the panel, around one conversation. */

import { html, LitElement, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from "lit";

import { fill, language, safety, strings } from "./catalogue.js";
import { Conversation, type Entry, type Mine } from "./conversation.js";
import { QuickExit } from "./exit.js";
import { printPage } from "./printing.js";
import type { BotMessage, Lang } from "./protocol.js";
import { Speaker } from "./speaker.js";
import { Store } from "./store.js";
import chat from "./styles/chat.css";
import frame from "./styles/frame.css";
import print from "./styles/print.css";
import tokens from "./styles/tokens.css";
import { save, transcript } from "./transcript.js";
import { calls, entry, type Around } from "./views/entries.js";
import * as icons from "./views/icons.js";
import { composer, greeting, head, help, MAX_CHARACTERS, warning } from "./views/panel.js";
import { spoken } from "./views/rich.js";
import { followKeyboard } from "./viewport.js";

/** Where a quick exit leads when the page names no other site. */
const EXIT_URL = "https://fr.wikipedia.org/";

export class VigieChat extends LitElement {
  static override styles = [tokens, frame, chat, print].map(unsafeCSS);
  static override properties = {
    inline: { type: Boolean, reflect: true },
    position: { reflect: true },
    greeting: {},
    server: {},
    exitUrl: { attribute: "exit-url" },
    heading: { state: true },
    opened: { state: true },
    asked: { state: true },
    presses: { state: true },
    draft: { state: true },
  };

  declare inline: boolean;
  declare position: string;
  declare greeting: string;
  declare server: string;
  declare exitUrl: string;
  declare heading: string;
  declare opened: boolean;
  declare asked: "" | "save" | "print";
  declare presses: number;
  declare draft: string;

  private store!: Store;
  private talk!: Conversation;
  private shown = 0;
  private readonly speaker = new Speaker(() => this.requestUpdate());
  private unfollow = (): void => undefined;
  private readonly exit = new QuickExit({
    active: () => this.opened || this.inline || this.talk.known,
    url: () => this.exitUrl || EXIT_URL,
    leaving: () => safety(this.speech, "leaving"),
    wipe: () => this.wipe(),
    progress: (presses) => this.progress(presses),
    returned: () => this.talk.returned(),
  });

  constructor() {
    super();
    this.inline = false;
    this.position = "";
    this.greeting = "";
    this.server = "";
    this.exitUrl = "";
    this.heading = strings.name;
    this.opened = false;
    this.asked = "";
    this.presses = 0;
    this.draft = "";
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "title"];
  }

  /** The title is the panel's heading: left on the element, it would be a tooltip over all. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name !== "title") super.attributeChangedCallback(name, old, value);
    else if (value) {
      this.heading = value;
      this.removeAttribute("title");
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.begin();
    this.exit.connect();
    this.unfollow = followKeyboard(this);
    addEventListener("online", this.onNetwork);
    addEventListener("offline", this.onNetwork);
    if (this.inline || this.opened || this.talk.known) this.talk.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.exit.disconnect();
    this.unfollow();
    removeEventListener("online", this.onNetwork);
    removeEventListener("offline", this.onNetwork);
    this.talk.close();
  }

  /** Open the panel and put the focus in it; for the page to call as well. */
  show(): void {
    if (this.inline || this.opened) return;
    this.opened = true;
    this.store.set({ open: true });
    this.talk.open();
    const field = matchMedia("(pointer: coarse)").matches ? "#name" : "#question";
    void this.updateComplete.then(() => this.focusOn(field));
  }

  /** Close the panel and give the focus back to the launcher. */
  hide(): void {
    if (!this.opened) return;
    this.opened = false;
    this.asked = "";
    this.store.set({ open: false });
    void this.updateComplete.then(() => this.focusOn(".launcher"));
  }

  protected override updated(changed: PropertyValues): void {
    const log = this.renderRoot.querySelector<HTMLElement>(".log");
    if (!log) return;
    const count = this.talk.entries.length;
    if (count !== this.shown || changed.has("opened")) this.scrollTo_(log);
    this.shown = count;
    if (document.visibilityState === "visible") this.talk.seen();
    this.grow();
  }

  protected override render(): TemplateResult {
    const open = this.opened || this.inline;
    return html`${this.inline ? nothing : this.launcher()}${open ? this.panel() : nothing}
      <div class="hidden" role="status">${this.status()}</div>
      <div class="hidden announcer" aria-live="polite">${this.speaker.render()}</div>`;
  }

  private launcher(): TemplateResult {
    const unread = this.opened ? 0 : this.talk.unread;
    const count = unread === 1 ? strings.unread_one : fill(strings.unread, unread);
    const name = unread ? `${strings.launch_name}, ${count}` : strings.launch_name;
    return html`<button class="launcher" lang="fr" aria-label=${name} aria-expanded=${this.opened}
      ?hidden=${this.opened} @click=${() => this.show()}>
      ${icons.lamp}<span>${strings.launch}</span>
      ${unread ? html`<b class="unread" aria-hidden="true">${unread}</b>` : nothing}
    </button>`;
  }

  private panel(): TemplateResult {
    const role = this.inline ? "region" : "dialog";
    return html`<section class="panel" lang="fr" role=${role} aria-label=${strings.panel}
      @keydown=${this.onKey}>
      ${head({
        title: this.heading,
        lang: this.speech,
        inline: this.inline,
        presses: this.presses,
        leave: () => this.exit.leave(),
        close: () => this.hide(),
      })}
      ${help(this.speech)}
      <div class="log" role="log" aria-live="off" aria-label=${strings.log} tabindex="0">
        ${greeting(this.greeting, this.speech, (question) => this.ask(question))}
        ${this.talk.entries.map((item) => entry(item, this.around))}
        ${this.talk.answering ? this.writing() : nothing}
        ${this.talk.state === "down" ? this.downNotice() : nothing}
      </div>
      ${this.banner()}
      ${this.asked ? warning(this.asked, () => this.keep(), () => this.cancel()) : nothing}
      ${composer({
        draft: this.draft,
        empty: this.talk.entries.length === 0,
        typed: (text) => this.typed(text),
        send: () => this.ask(this.draft, true),
        clear: () => this.clear(),
        ask: (what) => this.askFirst(what),
      })}
    </section>`;
  }

  private writing(): TemplateResult {
    return html`<p class="writing" aria-hidden="true"><i></i><i></i><i></i>${strings.writing}</p>`;
  }

  /** The server cannot be reached: people can. The page's own words are shown too. */
  private downNotice(): TemplateResult {
    return html`<div class="down"><p lang=${this.speech}>${safety(this.speech, "down")}</p>
      <slot>${calls(this.speech)}</slot></div>`;
  }

  private banner(): TemplateResult | typeof nothing {
    const text = this.lineState();
    return text ? html`<p class="banner" aria-hidden="true">${text}</p>` : nothing;
  }

  private lineState(): string {
    const { state, trouble } = this.talk;
    if (state === "lost" || state === "offline" || state === "connecting") return strings[state];
    return trouble;
  }

  /** What a screen reader is told besides the answers. */
  private status(): string {
    if (this.presses > 0) return this.exitStatus();
    if (this.speaker.flash) return this.speaker.flash;
    if (this.talk.state === "down") return safety(this.speech, "down");
    if (!this.opened && !this.inline) return "";
    return this.lineState() || (this.talk.answering ? strings.writing : "");
  }

  private exitStatus(): string {
    const left = 3 - this.presses;
    return left === 1 ? safety(this.speech, "exit_left_one") : fill(safety(this.speech, "exit_left"), left);
  }

  /** The language of the safety texts: that of the last cry for help, else the attribute's. */
  private get speech(): Lang {
    const urgent = this.talk.entries.findLast((e) => e.type === "message" && e.kind === "safety");
    return urgent?.type === "message" ? urgent.lang : language(this.getAttribute("lang"));
  }

  private get around(): Around {
    return {
      entries: this.talk.entries,
      rated: this.talk.rated,
      online: this.talk.state === "online",
      actions: {
        choose: (message, choice) => this.talk.choose(message, choice),
        rate: (message, value) => this.rate(message, value),
        copy: (message) => this.copy(message),
        again: (mine) => this.talk.again(mine),
        edit: (mine) => this.edit(mine),
      },
    };
  }

  private begin(): void {
    const base = this.server || new URL(".", import.meta.url).href.replace(/widget\/$/, "");
    const server = new URL(base, location.href).href;
    this.store = new Store(server);
    this.opened = this.store.value.open && !this.inline;
    this.draft = this.store.value.draft;
    this.talk = new Conversation(this.store, {
      changed: () => this.requestUpdate(),
      heard: (message) => this.heard(message),
      emptied: () => this.speaker.silence(),
    });
  }

  private heard(message: BotMessage): void {
    if (this.opened || this.inline) this.speaker.say(message.lang, spoken(message));
    else this.speaker.tell(strings.unread_one);
  }

  private ask(question: string, typed = false): void {
    const text = question.trim().slice(0, MAX_CHARACTERS);
    if (!text) return;
    if (typed) this.typed("");
    this.talk.say(text);
    this.focusOn("#question");
  }

  private typed(text: string): void {
    this.draft = text;
    this.store.set({ draft: text });
  }

  private edit(mine: Mine): void {
    this.typed(this.talk.takeBack(mine));
    this.focusOn("#question");
  }

  private rate(message: BotMessage, value: "up" | "down"): void {
    if (this.talk.rated.has(message.n)) return;
    this.talk.rate(message.n, value);
    this.speaker.tell(strings.rated);
  }

  private copy(message: BotMessage): void {
    void navigator.clipboard.writeText(message.text).then(
      () => this.speaker.tell(strings.copied),
      () => undefined, // refused by the person or the browser, who know
    );
  }

  private clear(): void {
    void this.talk.clear();
    this.speaker.tell(strings.cleared);
    this.focusOn("#question");
  }

  private askFirst(what: "save" | "print"): void {
    this.asked = what;
    void this.updateComplete.then(() => this.focusOn(".go"));
  }

  private cancel(): void {
    this.asked = "";
    this.focusOn("#question");
  }

  private keep(): void {
    const what = this.asked;
    this.cancel();
    void this.updateComplete.then(() => {
      if (what === "save") save(transcript(this.talk.entries), strings.file);
      else printPage(this);
    });
  }

  private wipe(): void {
    this.draft = "";
    this.opened = false;
    this.asked = "";
    this.talk.wipe();
    this.speaker.silence();
  }

  private progress(presses: number): void {
    this.presses = presses;
    if (presses === 0) this.speaker.tell(safety(this.speech, "exit_stopped"));
  }

  private readonly onNetwork = (): void => {
    if (navigator.onLine) this.talk.retryLink();
    this.requestUpdate();
  };

  private onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    if (this.asked) this.cancel();
    else this.hide();
  }

  private focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Show the last question at the top of the log, or the end where all fits. */
  private scrollTo_(log: HTMLElement): void {
    const questions = log.querySelectorAll<HTMLElement>(".mine");
    const last = questions[questions.length - 1];
    if (last) log.scrollTop = last.offsetTop - 8;
    else log.scrollTop = 0;
  }

  /** Browsers without field-sizing: the field grows with its text. */
  private grow(): void {
    if (CSS.supports("field-sizing", "content")) return;
    const field = this.renderRoot.querySelector<HTMLElement>("#question");
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }
}

export type { Entry };
