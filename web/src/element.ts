/** <vigie-chat>: attributes, life cycle, focus; the rest is in the controller and the views. */

import { html, LitElement, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from "lit";

import { language, strings } from "./catalogue.js";
import { Controller, type Host } from "./controller.js";
import type { Lang } from "./protocol.js";
import adapt from "./styles/adapt.css";
import answers from "./styles/answers.css";
import base from "./styles/base.css";
import chat from "./styles/chat.css";
import composer from "./styles/composer.css";
import frame from "./styles/frame.css";
import print from "./styles/print.css";
import safety from "./styles/safety.css";
import tokens from "./styles/tokens.css";
import { launcher, panel, status } from "./views/chat.js";
import { followKeyboard } from "./viewport.js";

/** Where a quick exit leads when the page names no other site. */
const EXIT_URL = "https://fr.wikipedia.org/";

export class VigieChat extends LitElement implements Host {
  static override styles = [
    tokens, base, frame, composer, chat, answers, safety, adapt, print,
  ].map(unsafeCSS);
  static override properties = {
    inline: { type: Boolean, reflect: true },
    position: { reflect: true },
    greeting: {},
    server: {},
    exitUrl: { attribute: "exit-url" },
    heading: { state: true },
    opened: { state: true },
  };

  declare inline: boolean;
  declare position: string;
  declare greeting: string;
  declare server: string;
  declare exitUrl: string;
  declare heading: string;
  declare opened: boolean;

  private chat!: Controller;
  private shown = 0;
  private unfollow = (): void => undefined;

  constructor() {
    super();
    this.inline = false;
    this.position = "";
    this.greeting = "";
    this.server = "";
    this.exitUrl = EXIT_URL;
    this.heading = strings.name;
    this.opened = false;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "title", "lang"];
  }

  /** The title is the panel's heading: left on the element, it would be a tooltip over all. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === "lang") this.requestUpdate();
    if (name !== "title" || !value) return;
    this.heading = value;
    this.removeAttribute("title");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.begin();
    this.chat.exit.connect();
    this.unfollow = followKeyboard(this);
    addEventListener("online", this.onNetwork);
    addEventListener("offline", this.onNetwork);
    this.addEventListener("keydown", this.onKey);
    if (this.visible || this.chat.talk.known) this.chat.talk.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.chat.exit.disconnect();
    this.unfollow();
    removeEventListener("online", this.onNetwork);
    removeEventListener("offline", this.onNetwork);
    this.removeEventListener("keydown", this.onKey);
    this.chat.talk.close();
  }

  get visible(): boolean {
    return this.opened || this.inline;
  }

  get language(): Lang {
    return language(this.getAttribute("lang"));
  }

  /** The state of the line to the server, for the page and its tests. */
  get state(): string {
    return this.chat.talk.state;
  }

  /** Open the panel and put the focus in it. */
  show(): void {
    if (this.visible) return;
    this.opened = true;
    this.chat.store.set({ open: true });
    this.chat.talk.open();
    // On a phone the field would raise the keyboard over the greeting.
    const field = matchMedia("(pointer: coarse)").matches ? "#name" : "#question";
    void this.updateComplete.then(() => this.focusOn(field));
  }

  /** Close the panel and give the focus back to the launcher. */
  hide(): void {
    if (!this.opened) return;
    this.opened = false;
    this.chat.asked = "";
    this.chat.store.set({ open: false });
    void this.updateComplete.then(() => this.focusOn(".launcher"));
  }

  /** Put a question, as if the person had typed it; the panel opens. */
  ask(question: string): void {
    this.show();
    this.chat.ask(question);
  }

  focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  protected override render(): TemplateResult {
    const { chat, visible } = this;
    const looks = {
      inline: this.inline,
      heading: this.heading,
      greeting: this.greeting,
      show: () => this.show(),
      hide: () => this.hide(),
    };
    return html`${this.inline ? nothing : launcher(visible, visible ? 0 : chat.talk.unread, looks)}
      ${visible ? panel(chat, looks) : nothing}
      <div class="hidden" role="status">${status(chat, visible)}</div>
      <div class="hidden announcer" aria-live="polite">${chat.speaker.render()}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const log = this.renderRoot.querySelector<HTMLElement>(".log");
    if (!log) return;
    const count = this.chat.talk.entries.length;
    if (count !== this.shown || changed.has("opened")) this.reveal(log);
    this.shown = count;
    if (document.visibilityState === "visible") this.chat.talk.seen();
    this.grow();
  }

  private begin(): void {
    const base = this.server || new URL("..", import.meta.url).href;
    this.chat = new Controller(this, new URL(base, location.href).href);
    this.opened = this.chat.store.value.open && !this.inline;
  }

  private readonly onNetwork = (): void => {
    if (navigator.onLine) this.chat.talk.retry();
    this.requestUpdate();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (this.chat.asked) this.chat.cancel();
    else if (this.opened) this.hide();
    else return;
    event.stopPropagation();
  };

  /** Show the last question at the top of the log, or the end where all fits. */
  private reveal(log: HTMLElement): void {
    const last = [...log.querySelectorAll<HTMLElement>(".mine")].at(-1);
    log.scrollTop = last ? last.offsetTop - 8 : 0;
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
