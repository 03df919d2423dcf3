/** Text from outside as elements: Lit sets it as text, never as HTML. */

import { html, nothing, type TemplateResult } from "lit";

import { fill, type Words } from "../catalogue.js";
import { pieces } from "../pieces.js";
import type { BotMessage, Part } from "../protocol.js";
import { side } from "./side.js";

const BULLET = /^\s*[•–-]\s+/;
/** Items above which a list is folded, and how many are then shown. */
const LONG = 8;
const SHOWN = 6;

/** A run of text with its links, and its names in English marked as such. */
export function rich(text: string, english: readonly string[] = []): unknown[] {
  return pieces(text, english).map((piece) => {
    if (piece.english) return html`<span lang="en">${piece.text}</span>`;
    if (piece.raised) return html`<sup>${piece.text}</sup>`;
    if (!piece.href) return piece.text;
    return piece.href.startsWith("http")
      ? link(piece.href, piece.text)
      : html`<a class="number" href=${piece.href}>${piece.text}</a>`;
  });
}

/** A link to another site, which does not learn where the person comes from. */
export const link = (href: string, text: string): TemplateResult =>
  html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`;

/** The rest of a folded list comes in, and the focus goes to its first item. */
function unfold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  const items = [...(button.previousElementSibling as HTMLElement).children] as HTMLElement[];
  const rest = items.filter((item) => item.hidden);
  for (const item of rest) item.hidden = false;
  button.hidden = true;
  const [first] = rest;
  if (!first) return;
  first.tabIndex = -1;
  first.focus();
}

function list({ items, numbered }: Part, english: readonly string[], said: Words): unknown {
  const folded = items.length > LONG ? SHOWN : items.length;
  const entries = items.map(
    (item, at) => html`<li ?hidden=${at >= folded}>${rich(item, english)}</li>`,
  );
  const more = fill(said.more, items.length - folded, items.length);
  const whole = numbered ? html`<ol>${entries}</ol>` : html`<ul>${entries}</ul>`;
  return html`${whole}${folded < items.length
    ? html`<button class="choice more" @click=${unfold}>${more}</button>`
    : nothing}`;
}

function part(given: Part, english: readonly string[], said: Words): TemplateResult {
  const { lead, items, after, table } = given;
  const middle = table
    ? side(table, (text) => rich(text, english))
    : items.length ? list(given, english, said) : nothing;
  return html`${lead ? html`<p>${rich(lead, english)}</p>` : nothing}
    ${middle} ${after ? html`<p>${rich(after, english)}</p>` : nothing}`;
}

/** Plain text as parts: lines that begin with a bullet make a list. */
function parts(text: string): Part[] {
  const found: { lead: string; items: string[]; after: string }[] = [];
  for (const line of text.split("\n").filter((line) => line.trim())) {
    const before = found.at(-1);
    if (!BULLET.test(line)) found.push({ lead: line, items: [], after: "" });
    else if (before) before.items.push(line.replace(BULLET, ""));
    else found.push({ lead: "", items: [line.replace(BULLET, "")], after: "" });
  }
  return found;
}

/** A part that is one run of lines is read as plain text is. */
const whole = (part: Part): readonly Part[] =>
  part.lead.includes("\n") && !part.items.length && !part.after ? parts(part.lead) : [part];

/** What a message says, without its source, updates and choices. */
export function body(message: BotMessage, said: Words): unknown {
  const given = message.answers.filter((p) => p.lead || p.items.length || p.after).flatMap(whole);
  const shown = given.length ? given : parts(message.text.replace(message.source, ""));
  return shown.map((p) => part(p, message.english, said));
}

/** What a screen reader is told of a message: all of it but the source. */
export function spoken(message: BotMessage): unknown[] {
  const choices = message.choices.map((choice) => choice.title).join("\u202f; ");
  const text = message.text.replace(message.source, "").trim();
  return rich(choices ? `${text}\n${choices}` : text, message.english);
}
