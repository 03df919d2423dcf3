/** Text from outside as elements: Lit sets it as text, never as HTML. */

import { html, nothing, type TemplateResult } from "lit";

import { pieces } from "../pieces.js";
import type { BotMessage, Part } from "../protocol.js";

const BULLET = /^\s*[•–-]\s+/;

/** A run of text with its links, and its names in English marked as such. */
export function rich(text: string, english: readonly string[] = []): unknown[] {
  return pieces(text, english).map((piece) => {
    if (piece.english) return html`<span lang="en">${piece.text}</span>`;
    if (!piece.href) return piece.text;
    return piece.href.startsWith("http")
      ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer">${piece.text}</a>`
      : html`<a class="number" href=${piece.href}>${piece.text}</a>`;
  });
}

function part({ lead, items, after }: Part, english: readonly string[]): TemplateResult {
  const entries = items.map((item) => html`<li>${rich(item, english)}</li>`);
  return html`${lead ? html`<p>${rich(lead, english)}</p>` : nothing}
    ${items.length ? html`<ul>${entries}</ul>` : nothing}
    ${after ? html`<p>${rich(after, english)}</p>` : nothing}`;
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

/** What a message says, without its source and choices. */
export function body(message: BotMessage): unknown {
  const given = message.answers.filter((p) => p.lead || p.items.length || p.after);
  const shown = given.length ? given : parts(message.text.replace(message.source, ""));
  const updates = given.length ? message.updates : [];
  return html`${shown.map((p) => part(p, message.english))}
  ${updates.map((text) => html`<p class="update">${rich(text, message.english)}</p>`)}`;
}

/** What a screen reader is told of a message: all of it but the source. */
export function spoken(message: BotMessage): unknown[] {
  const choices = message.choices.map((choice) => choice.title).join("\u202f; ");
  const text = message.text.replace(message.source, "").trim();
  return rich(choices ? `${text}\n${choices}` : text, message.english);
}
