/** The whole widget, from the state of its controller. */

import { html, nothing, type TemplateResult } from "lit";

import { fill, safety } from "../catalogue.js";
import type { Controller } from "../controller.js";
import { calls, entry } from "./entries.js";
import * as icons from "./icons.js";
import { composer, greeting, head, help, warning } from "./panel.js";

/** How the page that embeds it wants the widget. */
export interface Looks {
  readonly inline: boolean;
  readonly heading: string;
  readonly greeting: string;
  show(): void;
  hide(): void;
}

/** The button that opens the panel; its name tells what was not read. */
export function launcher(
  open: boolean,
  unread: number,
  { tongue, words }: Controller,
  { show }: Looks,
): TemplateResult {
  const count = unread === 1 ? words.unread_one : fill(words.unread, unread);
  const name = unread ? `${words.launch_name}, ${count}` : words.launch_name;
  return html`<button class="launcher" lang=${tongue} aria-label=${name} aria-expanded=${open}
    ?hidden=${open} @click=${show}>
    ${icons.lamp}<span>${words.launch}</span>
    ${unread ? html`<b class="unread" aria-hidden="true">${unread}</b>` : nothing}
  </button>`;
}

/** Whether nobody answers: people do, and the panel says so in its log. */
const gone = ({ talk }: Controller): "down" | "refused" | "" =>
  talk.state === "down" || talk.state === "refused" ? talk.state : "";

/** What is wrong with the line, or "". */
function lineState({ talk, words }: Controller): string {
  const { state, trouble } = talk;
  return state === "lost" || state === "offline" || state === "connecting" || state === "slow"
    ? words[state]
    : trouble;
}

/**
 * What a screen reader is told besides the answers: how the line is, once for each change, and
 * what was just done. Two runs of one region that is not atomic: one is not read again for the
 * other.
 */
export function status(given: Controller, open: boolean): TemplateResult {
  const left = 3 - given.presses;
  const leaving =
    left === 1 ? given.safety("exit_left_one")
    : left === 2 ? fill(given.safety("exit_left"), left)
    : "";
  const down = gone(given);
  const line = !open ? "" : down ? given.safety(down) : lineState(given) || given.lateness.told;
  return html`<span lang=${down ? given.speech : given.tongue}>${line}</span>
    <span>${leaving || given.speaker.flash}</span>`;
}

const writing = (text: string): TemplateResult =>
  html`<p class="writing" aria-hidden="true"><i></i><i></i><i></i>${text}</p>`;

/** The server cannot be reached: people can. The page's own words stand here where it has some. */
const down = (given: Controller, why: "down" | "refused"): TemplateResult =>
  html`<div class="down"><p lang=${given.speech}>${safety(given.speech, why)}</p>
    <slot>${calls(given.speech)}</slot></div>`;

function log(given: Controller, looks: Looks): TemplateResult {
  const { talk, tongue, words } = given;
  const around = {
    entries: talk.entries,
    rated: talk.rated,
    online: talk.state === "online",
    server: given.store.value.server,
    lang: tongue,
    actions: given,
    away: given.away,
  };
  const why = gone(given);
  return html`<div class="log" role="log" aria-live="off" aria-label=${words.log} tabindex="0"
    aria-describedby="moves">
    ${greeting(looks.greeting, given.speech, words, (question) => given.ask(question))}
    ${talk.entries.map((item) => entry(item, around))}
    ${talk.answering ? writing(words.writing) : nothing} ${why ? down(given, why) : nothing}
  </div><p id="moves" class="hidden">${words.moves}</p>`;
}

/** What was just done, for the eye (the ear has `status`), and how to undo it. */
function toast(given: Controller): TemplateResult {
  const { speaker, talk, words } = given;
  const undo = html`<button class="plain" @click=${() => given.undo()}>${words.undo}</button>`;
  return html`<div class="toast" ?hidden=${!speaker.flash && !talk.erased}>
    <span aria-hidden="true">${speaker.flash || words.cleared}</span>
    ${talk.erased ? undo : nothing}</div>`;
}

/** The panel: head, then help, log and composer, which scroll together where there is no room. */
export function panel(given: Controller, looks: Looks): TemplateResult {
  const { away, presses, speech, tongue, words } = given;
  const line = lineState(given);
  return html`<section class="panel" lang=${tongue} role=${looks.inline ? "region" : "dialog"}
    aria-label=${words.panel}>
    ${head({ ...looks, presses, speech, tongue, leave: () => given.exit.leave() })}
    <div class="frame">
      ${help(speech)} ${log(given, looks)}
      <div class="below">
        ${toast(given)}
        ${line ? html`<p class="banner" aria-hidden="true">${line}</p>` : nothing}
        ${away.asked ? warning(away.asked, words, () => away.keep(), () => away.cancel()) : nothing}
        ${composer(given)}
      </div>
    </div>
  </section>`;
}
