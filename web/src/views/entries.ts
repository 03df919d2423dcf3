/** The entries of the log. */

import { html, nothing, type TemplateResult } from "lit";

import { clock, fill, safety, words } from "../catalogue.js";
import type { Entry, Mine } from "../entry.js";
import { EMERGENCY, PHONE, SMS, sms, tel } from "../hotline.js";
import type { BotMessage, Choice, Lang, Sheet } from "../protocol.js";
import * as icons from "./icons.js";
import { body, link, rich } from "./rich.js";
import { source, updates } from "./source.js";

/** What the person can do with an entry. */
export interface Actions {
  choose(message: BotMessage, choice: Choice): void;
  ask(question: string): void;
  rate(message: BotMessage, value: "up" | "down"): void;
  again(mine: Mine): void;
  edit(mine: Mine): void;
}

/** What the person can take of an entry. */
export interface Copies {
  copy(message: BotMessage): void;
  cite(message: BotMessage): void;
}

/** What an entry needs to know of the rest. */
export interface Around {
  readonly entries: readonly Entry[];
  readonly rated: ReadonlyMap<number, "up" | "down">;
  readonly online: boolean;
  /** Where the server is, and its pages. */
  readonly server: string;
  /** The language of the interface. */
  readonly lang: Lang;
  readonly actions: Actions;
  readonly away: Copies;
}

const meta = (who: string, at: number, lang: Lang): TemplateResult =>
  html`<p class="meta"><span class="who">${who}</span>
    <time datetime=${new Date(at * 1000).toISOString()}>${clock(at, lang)}</time></p>`;

/** Buttons that call, for whoever is in danger; the emergency number first when it is `now`. */
export function calls(lang: Lang, now = false): TemplateResult {
  const link = (key: "call" | "text" | "emergency", n: string, href: string): TemplateResult =>
    html`<a class="call ${now && key === "emergency" ? "now" : ""}" href=${href}
      >${fill(safety(lang, key), n)}</a>`;
  const emergency = link("emergency", EMERGENCY, tel(EMERGENCY));
  return html`<p class="calls" lang=${lang}>
    ${now ? emergency : nothing}
    ${link("call", PHONE, tel(PHONE))} ${link("text", SMS, sms(SMS))}
    ${now ? nothing : emergency}
  </p>`;
}

function mine(entry: Mine, { online, lang, actions }: Around): TemplateResult {
  const said = words(lang);
  const failed = html`<p class="state failed">
      ${entry.trouble ? html`<span class="reason" lang="fr">${rich(entry.trouble)}</span>` : nothing}
      <strong>${said.failed}</strong>
      <button class="plain" @click=${() => actions.again(entry)}>${said.again}</button>
      <button class="plain" @click=${() => actions.edit(entry)}>${said.edit}</button>
    </p>`;
  const waiting = html`<p class="state">${said.waiting}</p>`;
  const state = entry.status === "failed" ? failed : entry.status === "waiting" && !online ? waiting : nothing;
  return html`<article class="entry mine" tabindex="-1" aria-label=${said.you}>
    ${meta(said.you, entry.at, lang)}
    <p class="bubble" dir="auto">${entry.text}</p>
    ${state}
  </article>`;
}

function choices(message: BotMessage, around: Around): unknown {
  if (!message.choices.length) return nothing;
  const said = words(around.lang);
  const asks = message.kind === "clarify";
  const taken = around.entries.find((e) => e.type === "mine" && e.choice?.n === message.n) as
    Mine | undefined;
  const button = (choice: Choice): TemplateResult => html`<li><button
      class="choice"
      aria-pressed=${taken?.choice?.key === choice.key ? "true" : "false"}
      ?disabled=${taken !== undefined || !latest(message, around)}
      @click=${() => around.actions.choose(message, choice)}
    >${rich(choice.title, message.english)}</button></li>`;
  return html`${asks ? nothing : html`<p class="meta next">${said.follow}</p>`}
    <ul class="choices" lang=${message.lang} aria-label=${asks ? said.choices : said.follow}
      >${message.choices.map(button)}</ul>`;
}

const latest = (message: BotMessage, { entries }: Around): boolean =>
  entries.findLast((e) => e.type === "message") === message;

/** Questions to go on with, below the last answer only: they are plain questions, in French. The
 * pages of what was told come after them. */
function follow(message: BotMessage, around: Around): unknown {
  const { follow, pages, english } = message;
  if (!(follow.length + pages.length) || message.choices.length || !latest(message, around)) return nothing;
  const said = words(around.lang);
  const button = (question: string): TemplateResult => html`<li><button class="choice"
    @click=${() => around.actions.ask(question)}>${rich(question, english)}</button></li>`;
  const page = ({ title, path }: Sheet): TemplateResult => html`<li class="sheet" lang=${around.lang}
    >${said.sheet} <span lang="fr">${link(new URL(path, around.server).href, title)}</span></li>`;
  return html`<p class="meta next">${said.follow}</p>
    <ul class="choices follow" lang="fr" aria-label=${said.follow}
      >${follow.map(button)}${pages.map(page)}</ul>`;
}

/** A button with a drawing for a name, which shows in full when it is pointed at or focused. */
export const small = (
  name: string,
  icon: TemplateResult,
  act: () => void,
  { pressed, done, off }: { pressed?: boolean; done?: boolean; off?: boolean } = {},
): TemplateResult => html`<button type="button" class="small tip" aria-label=${name}
    aria-pressed=${pressed === undefined ? nothing : pressed}
    aria-disabled=${done ? "true" : nothing} ?disabled=${off} @click=${act}>${icon}</button>`;

function opinion(message: BotMessage, { rated, lang, actions }: Around): TemplateResult[] {
  const given = rated.get(message.n);
  const thumb = (value: "up" | "down", name: string): TemplateResult =>
    small(name, icons[value], () => actions.rate(message, value), {
      pressed: given === value,
      done: given !== undefined,
    });
  return [thumb("up", words(lang).useful), thumb("down", words(lang).useless)];
}

function bot(message: BotMessage, around: Around): TemplateResult {
  const { lang, away } = around;
  const said = words(lang);
  const urgent = message.kind === "safety";
  const rateable = !urgent && message.kind !== "error";
  const copies = navigator.clipboard; // none where the page is not served securely
  const cite = copies
    ? html`<button class="plain" lang=${lang} @click=${() => away.cite(message)}>${said.cite}</button>`
    : nothing;
  return html`<article class="entry bot ${urgent ? "urgent" : ""}" tabindex="-1" aria-label=${said.name}>
    ${meta(said.name, message.at, lang)}
    ${urgent ? calls(message.lang, message.urgent) : nothing}
    <div class="text" lang=${message.lang} dir="auto">${body(message, said)}</div>
    ${message.kind === "error" ? calls(around.lang) : nothing}
    ${message.kind === "clarify" ? choices(message, around) : nothing}
    <div class="foot">${source(message, lang, cite)}
      <div class="acts">${rateable ? opinion(message, around) : nothing}
        ${copies ? small(said.copy, icons.copy, () => away.copy(message)) : nothing}</div>
    </div>
    <div lang=${message.lang}>${updates(message, lang)}</div>
    ${message.kind === "clarify" ? nothing : choices(message, around)} ${follow(message, around)}
  </article>`;
}

/** One entry of the log. */
export function entry(item: Entry, around: Around): TemplateResult {
  if (item.type === "mine") return mine(item, around);
  if (item.type === "message") return bot(item, around);
  return html`<p class="note">${words(around.lang)[item.key]}</p>`;
}
