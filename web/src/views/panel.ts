/** The fixed parts of the panel: head, help, greeting, composer. */

import { html, nothing, type TemplateResult } from "lit";

import { fill, safety, strings } from "../catalogue.js";
import { EMERGENCY, PHONE, SMS, sms, tel } from "../hotline.js";
import type { Lang } from "../protocol.js";
import * as icons from "./icons.js";

export const MAX_CHARACTERS = 2_000;
/** Characters left from which the person is told how many. */
const NEAR_END = 200;

export interface Head {
  readonly heading: string;
  readonly lang: Lang;
  readonly inline: boolean;
  /** Presses of Shift so far. */
  readonly presses: number;
  leave(): void;
  hide(): void;
}

/** Name, quick exit, close. */
export function head(given: Head): TemplateResult {
  const lights = [1, 2, 3].map(
    (n) => html`<i class=${n <= given.presses ? "lit" : ""}></i>`,
  );
  const shut = html`<button class="round" aria-label=${strings.close} title=${strings.close}
    @click=${() => given.hide()}>${icons.close}</button>`;
  return html`<div class="head">
    ${icons.lamp}
    <div class="names">
      <h2 id="name" tabindex="-1">${given.heading}</h2>
      <p>${strings.tagline}</p>
    </div>
    <button class="exit" lang=${given.lang} aria-label=${safety(given.lang, "exit_name")}
      @click=${() => given.leave()}>
      <span class="lights" ?hidden=${given.presses === 0}>${lights}</span>
      ${safety(given.lang, "exit")}${icons.exit}
    </button>
    ${given.inline ? nothing : shut}
  </div>`;
}

/** The hotline, one tap away whatever happens below. */
export function help(lang: Lang): TemplateResult {
  const name = (key: "call" | "text" | "emergency", n: string): string => fill(safety(lang, key), n);
  return html`<div class="help" role="group" lang=${lang} aria-label=${safety(lang, "help_group")}>
    <strong>${safety(lang, "help")}</strong>
    <a href=${tel(PHONE)} aria-label=${name("call", PHONE)}>${icons.phone}${PHONE}</a>
    <a href=${sms(SMS)}>SMS ${SMS}</a>
    <a href=${tel(EMERGENCY)} aria-label=${name("emergency", EMERGENCY)}>${EMERGENCY}</a>
  </div>`;
}

/** What Vigie says first, with questions to begin with. */
export function greeting(text: string, lang: Lang, ask: (question: string) => void): TemplateResult {
  const button = (question: string): TemplateResult => html`<li><button class="choice"
    @click=${() => ask(question)}>${question}</button></li>`;
  return html`<article class="entry bot greeting" aria-label=${strings.name}>
    <div class="text"><p>${text || strings.greeting}</p><p class="kept">${strings.greeting_kept}</p></div>
    <p class="meta" id="suggestions">${strings.suggestions}</p>
    <ul class="choices" aria-labelledby="suggestions">${strings.suggested.map(button)}</ul>
    <details class="source" lang=${lang}><summary>${safety(lang, "exit_about")}</summary>
      <p>${safety(lang, "exit_limits")}</p></details>
  </article>`;
}

/** The controller, as the composer sees it. */
export interface Composer {
  readonly draft: string;
  readonly talk: { readonly entries: readonly unknown[] };
  type(text: string): void;
  send(): void;
  /** The field has the focus. */
  writing(): void;
  clear(): void;
  warn(what: "save" | "print"): void;
}

function onKey(event: KeyboardEvent, given: Composer): void {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  given.send();
}

/** Where the person writes, and what can be done with the whole conversation. */
export function composer(given: Composer): TemplateResult {
  const left = MAX_CHARACTERS - given.draft.length;
  const empty = given.talk.entries.length === 0;
  const tool = (name: string, icon: TemplateResult, act: () => void): TemplateResult => html`<button
    type="button" class="small" aria-label=${name} title=${name} ?disabled=${empty}
    @click=${act}>${icon}</button>`;
  return html`<form class="composer" @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    given.send();
  }}>
    <div class="box">
      <label class="hidden" for="question">${strings.question}</label>
      <textarea id="question" rows="1" maxlength=${MAX_CHARACTERS} dir="auto" autocomplete="off"
        placeholder=${strings.placeholder} aria-describedby="hint" .value=${given.draft}
        @input=${(event: InputEvent) => given.type((event.target as HTMLTextAreaElement).value)}
        @focus=${() => given.writing()}
        @keydown=${(event: KeyboardEvent) => onKey(event, given)}></textarea>
      <button class="send" aria-label=${strings.send} title=${strings.send}>${icons.send}</button>
    </div>
    <p id="hint" class="hidden">${strings.hint}</p>
    <p class="left" ?hidden=${left > NEAR_END}>${fill(strings.left, left)}</p>
    <div class="tools">
      <button type="button" class="plain" ?disabled=${empty}
        @click=${() => given.clear()}>${icons.bin}${strings.clear}</button>
      <span></span>
      ${tool(strings.save, icons.save, () => given.warn("save"))}
      ${tool(strings.print, icons.print, () => given.warn("print"))}
    </div>
  </form>`;
}

/** The warning before the conversation leaves the page for a file or for paper. */
export function warning(what: "save" | "print", go: () => void, cancel: () => void): TemplateResult {
  return html`<div class="warning" role="alertdialog" aria-labelledby="warn" aria-describedby="why">
    <p id="warn"><strong>${strings[`${what}_title`]}</strong></p>
    <p id="why">${strings[`${what}_warning`]}</p>
    <p class="calls"><button class="call go" @click=${go}>${strings[what]}</button>
      <button class="plain" @click=${cancel}>${strings.cancel}</button></p>
  </div>`;
}
