/** What screen readers are told: each answer once, in an element of its own. */

import { html, type TemplateResult } from "lit";

import type { Lang } from "./protocol.js";

/** Long enough for any screen reader to have taken it up; then it cannot be read again. */
const KEPT_MS = 5_000;

export class Speaker {
  /** A short sentence on what was just done. */
  flash = "";

  private said: { lang: Lang; content: unknown[] }[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly changed: () => void) {}

  say(lang: Lang, content: unknown[]): void {
    const saying = { lang, content };
    this.said = [...this.said, saying];
    setTimeout(() => {
      this.said = this.said.filter((other) => other !== saying);
      this.changed();
    }, KEPT_MS);
    this.changed();
  }

  tell(text: string, kept = KEPT_MS): void {
    clearTimeout(this.timer);
    this.flash = text;
    this.timer = setTimeout(() => {
      this.flash = "";
      this.changed();
    }, kept);
    this.changed();
  }

  silence(): void {
    this.said = [];
    this.flash = "";
    this.changed();
  }

  render(): TemplateResult[] {
    return this.said.map(({ lang, content }) => html`<p lang=${lang}>${content}</p>`);
  }
}
