/** The entries of the log. */

import { html, nothing, type TemplateResult } from "lit";

import { clock, fill, safety, strings } from "../catalogue.js";
import type { Entry, Mine } from "../entry.js";
import { EMERGENCY, PHONE, SMS, sms, tel } from "../hotline.js";
import type { BotMessage, Choice, Lang } from "../protocol.js";
import * as icons from "./icons.js";
import { body, rich } from "./rich.js";

/** What the person can do with an entry. */
export interface Actions {
  choose(message: BotMessage, choice: Choice): void;
  rate(message: BotMessage, value: "up" | "down"): void;
  copy(message: BotMessage): void;
  again(mine: Mine): void;
  edit(mine: Mine): void;
}

/** What an entry needs to know of the rest. */
export interface Around {
  readonly entries: readonly Entry[];
  readonly rated: ReadonlyMap<number, "up" | "down">;
  readonly online: boolean;
  readonly actions: Actions;
}

const meta = (who: string, at: number): TemplateResult =>
  html`<p class="meta"><span class="who">${who}</span>
    <time datetime=${new Date(at * 1000).toISOString()}>${clock(at)}</time></p>`;

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

function mine(entry: Mine, { online, actions }: Around): TemplateResult {
  const failed = html`<p class="state failed">
      ${entry.trouble ? html`<span class="reason">${rich(entry.trouble)}</span>` : nothing}
      <strong>${strings.failed}</strong>
      <button class="plain" @click=${() => actions.again(entry)}>${strings.again}</button>
      <button class="plain" @click=${() => actions.edit(entry)}>${strings.edit}</button>
    </p>`;
  const waiting = html`<p class="state">${strings.waiting}</p>`;
  const state = entry.status === "failed" ? failed : entry.status === "waiting" && !online ? waiting : nothing;
  return html`<article class="entry mine" aria-label=${strings.you}>
    ${meta(strings.you, entry.at)}
    <p class="bubble" dir="auto">${entry.text}</p>
    ${state}
  </article>`;
}

function choices(message: BotMessage, around: Around): TemplateResult {
  const latest = around.entries.findLast((e) => e.type === "message") === message;
  const taken = around.entries.find((e) => e.type === "mine" && e.choice?.n === message.n) as
    Mine | undefined;
  const button = (choice: Choice): TemplateResult => html`<li><button
      class="choice"
      aria-pressed=${taken?.choice?.key === choice.key ? "true" : "false"}
      ?disabled=${taken !== undefined || !latest}
      @click=${() => around.actions.choose(message, choice)}
    >${rich(choice.title, message.english)}</button></li>`;
  return html`<ul class="choices" aria-label=${strings.choices}>${message.choices.map(button)}</ul>`;
}

function opinion(message: BotMessage, { rated, actions }: Around): TemplateResult {
  const given = rated.get(message.n);
  const thumb = (value: "up" | "down", name: string, icon: TemplateResult): TemplateResult => html`<button
      class="small"
      aria-label=${name}
      title=${name}
      aria-pressed=${given === value ? "true" : "false"}
      aria-disabled=${given ? "true" : "false"}
      @click=${() => actions.rate(message, value)}
    >${icon}</button>`;
  return html`${thumb("up", strings.useful, icons.up)}${thumb("down", strings.useless, icons.down)}`;
}

function copier(message: BotMessage, { actions }: Around): unknown {
  if (!navigator.clipboard) return nothing; // the page is not served securely
  return html`<button class="small" aria-label=${strings.copy} title=${strings.copy}
    @click=${() => actions.copy(message)}>${icons.copy}</button>`;
}

/** What was just unfolded comes into view. */
const show = ({ target }: Event): void =>
  (target as HTMLElement).lastElementChild?.scrollIntoView({ block: "nearest" });

function bot(message: BotMessage, around: Around): TemplateResult {
  const urgent = message.kind === "safety";
  const source = message.source.replace(/^Sources?\s*:\s*/, "");
  const rateable = !urgent && message.kind !== "error";
  return html`<article class="entry bot ${urgent ? "urgent" : ""}" aria-label=${strings.name}>
    ${meta(strings.name, message.at)}
    ${urgent ? calls(message.lang, message.urgent) : nothing}
    <div class="text" lang=${message.lang} dir="auto">${body(message)}</div>
    ${message.kind === "error" ? calls(message.lang) : nothing}
    ${message.choices.length ? choices(message, around) : nothing}
    <div class="foot">
      ${source
        ? html`<details class="source" @toggle=${show}><summary>${strings.source}</summary>
            <p>${rich(source, message.english)}</p></details>`
        : nothing}
      <div class="acts">${rateable ? opinion(message, around) : nothing}${copier(message, around)}</div>
    </div>
  </article>`;
}

/** One entry of the log. */
export function entry(item: Entry, around: Around): TemplateResult {
  if (item.type === "mine") return mine(item, around);
  if (item.type === "message") return bot(item, around);
  return html`<p class="note">${strings[item.key]}</p>`;
}
