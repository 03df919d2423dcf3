/** <vigie-chat>: attributes, life cycle, focus; the rest is in the controller and the views. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";

import { paint } from "./accent.js";
import { language, words } from "./catalogue.js";
import { Controller } from "./controller.js";
import type { Host } from "./host.js";
import type { Lang } from "./protocol.js";
import { Roving } from "./roving.js";
import { Sight } from "./sight.js";
import { styles } from "./styles.js";
import { Surroundings } from "./surroundings.js";
import { launcher, panel, status } from "./views/chat.js";

/** Where a quick exit leads when the page names no other site. */
const EXIT_URL = "https://fr.wikipedia.org/";

export class VigieChat extends LitElement implements Host {
  static override styles = styles;
  static override properties = {
    inline: { type: Boolean, reflect: true },
    position: { reflect: true },
    greeting: {},
    server: {},
    exitUrl: { attribute: "exit-url" },
    theme: { reflect: true },
    accent: {},
    heading: { state: true },
    opened: { state: true },
  };

  declare inline: boolean;
  declare position: string;
  declare greeting: string;
  declare server: string;
  declare exitUrl: string;
  /** "light" or "dark"; the reader's own choice for anything else. */
  declare theme: string;
  /** "#rrggbb", which is darkened or lightened until it can be read. */
  declare accent: string;
  declare heading: string;
  declare opened: boolean;

  private chat!: Controller;
  private roving!: Roving;
  private readonly sight = new Sight(() => this.renderRoot);
  private readonly surroundings = new Surroundings(this, {
    network: (up) => {
      if (up) this.chat.talk.retry();
      this.requestUpdate();
    },
    leaving: () => this.chat.talk.leave(),
    asked: (question) => {
      this.chat.type(question);
      this.show();
    },
  });

  constructor() {
    super();
    this.inline = false;
    this.exitUrl = EXIT_URL;
    this.position = this.greeting = this.server = this.theme = this.accent = "";
    this.heading = words("fr").name;
    this.opened = false;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "title", "lang"];
  }

  /** The title is the panel's heading: left on the element, it would be a tooltip over all. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === "lang") {
      this.chat?.follow();
      this.requestUpdate();
    }
    if (name !== "title" || !value) return;
    this.heading = value;
    this.removeAttribute("title");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.removeAttribute("loading");
    this.begin();
    this.chat.exit.connect();
    this.surroundings.connect();
    this.addEventListener("keydown", this.onKey);
    this.chat.follow();
    this.surroundings.hash();
    if (this.visible || this.chat.talk.known) this.chat.talk.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.chat.exit.disconnect();
    this.surroundings.disconnect();
    this.sight.stop();
    this.removeEventListener("keydown", this.onKey);
    this.chat.talk.leave();
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
    this.notify("open");
  }

  /** Close the panel and give the focus back to the launcher. */
  hide(): void {
    if (!this.opened) return;
    this.opened = false;
    this.chat.away.asked = "";
    this.chat.store.set({ open: false });
    void this.updateComplete.then(() => this.focusOn(".launcher"));
    this.notify("close");
  }

  /** Put a question, as if the person had typed it; the panel opens. */
  ask(question: string): void {
    this.show();
    this.chat.ask(question);
  }

  /** An event for the page: it carries no text, for what people write is no business of a page. */
  notify(event: "open" | "close" | "ready" | "error"): void {
    this.dispatchEvent(new Event(event));
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
    return html`${this.inline ? nothing : launcher(visible, visible ? 0 : chat.talk.unread, chat, looks)}
      ${visible ? panel(chat, looks) : nothing}
      <div class="hidden" role="status" aria-atomic="false">${status(chat, visible)}</div>
      <div class="hidden announcer" aria-live="polite">${chat.speaker.render()}</div>`;
  }

  protected override firstUpdated(): void {
    this.roving = new Roving(this.renderRoot as ShadowRoot);
    this.notify("ready");
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("accent")) paint(this, this.accent ?? "");
    const { talk } = this.chat;
    if (!this.sight.keep(talk.entries.length, talk.state, changed.has("opened"))) return;
    this.roving.refresh();
    if (document.visibilityState === "visible") talk.seen();
  }

  private begin(): void {
    const base = this.server || new URL("..", import.meta.url).href;
    this.chat = new Controller(this, new URL(base, location.href).href);
    this.opened = this.chat.store.value.open && !this.inline;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (this.chat.away.asked) this.chat.away.cancel();
    else if (this.opened) this.hide();
    else return;
    event.stopPropagation();
  };
}
