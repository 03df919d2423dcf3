/** Where an answer comes from, and what changed since, each with its own source and date. */

import { html, nothing, type TemplateResult } from "lit";

import { fill, day, words } from "../catalogue.js";
import { chip, places } from "../citation.js";
import type { BotMessage, Cited, Lang, Origin } from "../protocol.js";
import { link, rich } from "./rich.js";

/** What was just unfolded comes into view. */
const show = ({ target }: Event): void =>
  (target as HTMLElement).lastElementChild?.scrollIntoView({ block: "nearest" });

/** The name of a site, short: "govinfo.gov". */
const site = (url: string): string => new URL(url).hostname.replace(/^www\./, "");

const checked = ({ checked: iso }: Origin, lang: Lang): string =>
  iso ? `, ${fill(words(lang).checked, day(iso, lang))}` : "";

function unfolded(message: BotMessage, cited: Cited, lang: Lang, cite: unknown): TemplateResult {
  const said = words(lang);
  return html`<p><cite lang="fr">${cited.url ? link(cited.url, cited.title) : cited.title}</cite></p>
    <p>${fill(said.in_document, cited.written)}</p>
    <ul lang="fr">${places(cited, lang).map((place) => html`<li>${place}</li>`)}</ul>
    ${beyond(message.sources, lang)} ${cite}`;
}

const beyond = (sources: readonly Origin[], lang: Lang): TemplateResult[] =>
  sources.map((one) => html`<p>${fill(words(lang).beyond, one.covers)}
    ${link(one.url, one.text)}${checked(one, lang)}.</p>`);

/** The source of an answer: years and place always in sight, the rest unfolds. */
export function source(message: BotMessage, lang: Lang, cite: unknown): unknown {
  const line = message.source.replace(/^Sources?\s*:\s*/, "");
  const { cited } = message;
  if (!line && !cited) return nothing;
  const head = words(lang).source;
  return html`<details class="source" @toggle=${show}>
    <summary>${cited
      ? html`<span class="hidden">${head}\u00a0: </span><span class="chip">${chip(cited, lang)}</span>`
      : head}</summary>
    <div class="whole">${cited
      ? unfolded(message, cited, lang, cite)
      : html`<p>${rich(line, message.english)}</p>`}</div></details>`;
}

/** What changed since the document was written: never under the document's own source. */
export function updates(message: BotMessage, lang: Lang): unknown {
  const { changes, english } = message;
  if (!changes.length) {
    return message.updates.map((text) => html`<p class="update">${rich(text, english)}</p>`);
  }
  return changes.map((one) => html`<aside class="update" aria-label=${words(lang).update}>
    <p class="since" lang=${lang}>${words(lang).update}</p><p>${rich(one.text, english)}</p>
    <p class="from" lang=${lang}>${words(lang).source}\u00a0: ${link(one.url, site(one.url))}${checked(one, lang)}</p>
  </aside>`);
}
