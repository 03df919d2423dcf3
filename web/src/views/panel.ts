/** The fixed parts of the panel: head, help, greeting, composer. */

import { html, nothing, type TemplateResult } from "lit";

import { fill, safety, words, type SafetyKey, type Words } from "../catalogue.js";
import { EMERGENCY, PHONE, SMS, sms, tel } from "../hotline.js";
import type { Lang } from "../protocol.js";
import { small } from "./entries.js";
import * as icons from "./icons.js";

export const MAX_CHARACTERS = 2_000;
/** Characters left from which the person is told how many. */
const NEAR_END = 200;

export interface Head {
  readonly heading: string;
  /** The language of the safety texts, and that of the rest. */
  readonly speech: Lang;
  readonly tongue: Lang;
  readonly inline: boolean;
  /** Presses of Shift so far. */
  readonly presses: number;
  leave(): void;
  hide(): void;
}

const name = (lang: Lang, key: SafetyKey, n: string): string => fill(safety(lang, key), n);

/** Name, help where the window is too small for its own line, quick exit, close. */
export function head(given: Head): TemplateResult {
  const { speech } = given;
  const said = words(given.tongue);
  const lights = [1, 2, 3].map(
    (n) => html`<i class=${n <= given.presses ? "lit" : ""}></i>`,
  );
  return html`<div class="head">
    ${icons.lamp}
    <div class="names">
      <h2 id="name" tabindex="-1">${given.heading}</h2>
      <p>${said.tagline}</p>
    </div>
    <p class="aid" lang=${speech}>
      <a href=${tel(PHONE)} aria-label="${safety(speech, "aid")}\u00a0: ${name(speech, "call", PHONE)}"
        >${icons.phone}${safety(speech, "aid")}</a>
      <a href=${tel(EMERGENCY)} aria-label=${name(speech, "emergency", EMERGENCY)}>${EMERGENCY}</a>
    </p>
    <button class="exit" lang=${speech} aria-label=${safety(speech, "exit_name")}
      @click=${() => given.leave()}>
      <span class="lights" ?hidden=${given.presses === 0}>${lights}</span>
      ${safety(speech, "exit")}${icons.exit}
    </button>
    ${given.inline ? nothing : html`<button class="round tip" aria-label=${said.close}
      @click=${() => given.hide()}>${icons.close}</button>`}
  </div>`;
}

/** The hotline, one tap away whatever happens below. */
export function help(lang: Lang): TemplateResult {
  return html`<div class="help" role="group" lang=${lang} aria-label=${safety(lang, "help_group")}>
    <strong>${safety(lang, "help")}</strong>
    <a href=${tel(PHONE)} aria-label=${name(lang, "call", PHONE)}>${icons.phone}${PHONE}</a>
    <a href=${sms(SMS)}>SMS ${SMS}</a>
    <a href=${tel(EMERGENCY)} aria-label=${name(lang, "emergency", EMERGENCY)}
      ><span class="kind">${name(lang, "emergency", "")}</span>${EMERGENCY}</a>
  </div>`;
}

/** What Vigie says first, with questions to begin with: they are in French, as its answers. */
export function greeting(
  text: string,
  speech: Lang,
  said: Words,
  ask: (question: string) => void,
): TemplateResult {
  const button = (question: string): TemplateResult => html`<li><button class="choice"
    @click=${() => ask(question)}>${question}</button></li>`;
  return html`<article class="entry bot greeting" tabindex="-1" aria-label=${said.name}>
    <div class="text"><p>${text || said.greeting}</p><p class="kept">${said.greeting_kept}</p></div>
    <p class="meta" id="suggestions">${said.suggestions}</p>
    <ul class="choices" lang="fr" aria-labelledby="suggestions">${said.suggested.map(button)}</ul>
    <details class="source" lang=${speech}><summary>${safety(speech, "exit_about")}</summary>
      <p>${safety(speech, "exit_limits")}</p></details>
  </article>`;
}

/** The controller, as the composer sees it. */
export interface Composer {
  readonly draft: string;
  /** Whether the end of a paste was left out. */
  readonly cut: boolean;
  readonly words: Words;
  readonly speech: Lang;
  readonly talk: { readonly entries: readonly unknown[] };
  readonly exit: { leave(): void };
  type(text: string): void;
  paste(text: string, field: HTMLTextAreaElement): void;
  send(): void;
  /** The field has the focus. */
  writing(): void;
  clear(): void;
  readonly away: { warn(what: "save" | "print"): void };
}

function onKey(event: KeyboardEvent, given: Composer): void {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  given.send();
}

const field = (event: Event): HTMLTextAreaElement => event.target as HTMLTextAreaElement;

/** Where the person writes, and what can be done with the whole conversation. */
export function composer(given: Composer): TemplateResult {
  const said = given.words;
  const left = MAX_CHARACTERS - given.draft.length;
  const empty = given.talk.entries.length === 0;
  const full = given.cut ? said.limit_paste : said.limit;
  const room = left === 1 ? said.left_one : left > 0 ? fill(said.left, left) : full;
  return html`<form class="composer" @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    given.send();
  }}>
    <button type="button" class="near" lang=${given.speech}
      @click=${() => given.exit.leave()}>${safety(given.speech, "exit")}</button>
    <div class="box">
      <label class="hidden" for="question">${said.question}</label>
      <textarea id="question" rows="1" maxlength=${MAX_CHARACTERS} dir="auto" autocomplete="off"
        placeholder=${said.placeholder} aria-describedby="hint" .value=${given.draft}
        @input=${(event: InputEvent) => given.type(field(event).value)}
        @paste=${(event: ClipboardEvent) =>
          given.paste(event.clipboardData?.getData("text") ?? "", field(event))}
        @focus=${() => given.writing()}
        @keydown=${(event: KeyboardEvent) => onKey(event, given)}></textarea>
      <button class="send tip" aria-label=${said.send}>${icons.send}</button>
    </div>
    <p id="hint" class="hidden">${said.hint}</p>
    <p class="left" ?hidden=${left > NEAR_END}>${room}</p>
    <div class="tools">
      <button type="button" class="plain" ?disabled=${empty}
        @click=${() => given.clear()}>${icons.bin}<span class="word">${said.clear}</span></button>
      ${small(said.save, icons.save, () => given.away.warn("save"), { off: empty })}
      ${small(said.print, icons.print, () => given.away.warn("print"), { off: empty })}
    </div>
  </form>`;
}

/** The warning before the conversation leaves the page for a file or for paper. */
export function warning(
  what: "save" | "print",
  said: Words,
  go: () => void,
  cancel: () => void,
): TemplateResult {
  return html`<div class="warning" role="alertdialog" aria-labelledby="warn" aria-describedby="why">
    <p id="warn"><strong>${said[`${what}_title`]}</strong></p>
    <p id="why">${said[`${what}_warning`]}</p>
    <p class="calls"><button class="call go" @click=${go}>${said[what]}</button>
      <button class="plain" @click=${cancel}>${said.cancel}</button></p>
  </div>`;
}
