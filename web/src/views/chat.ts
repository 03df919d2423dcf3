/** The whole widget, from the state of its controller. */

import { html, nothing, type TemplateResult } from "lit";

import { fill, safety, strings } from "../catalogue.js";
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
export function launcher(open: boolean, unread: number, { show }: Looks): TemplateResult {
  const count = unread === 1 ? strings.unread_one : fill(strings.unread, unread);
  const name = unread ? `${strings.launch_name}, ${count}` : strings.launch_name;
  return html`<button class="launcher" lang="fr" aria-label=${name} aria-expanded=${open}
    ?hidden=${open} @click=${show}>
    ${icons.lamp}<span>${strings.launch}</span>
    ${unread ? html`<b class="unread" aria-hidden="true">${unread}</b>` : nothing}
  </button>`;
}

/** What is wrong with the line, or "". */
function lineState({ talk }: Controller): string {
  const { state, trouble } = talk;
  return state === "lost" || state === "offline" || state === "connecting" ? strings[state] : trouble;
}

/** What a screen reader is told besides the answers. */
export function status(given: Controller, open: boolean): string {
  const left = 3 - given.presses;
  if (left === 1) return given.safety("exit_left_one");
  if (left === 2) return fill(given.safety("exit_left"), left);
  if (given.speaker.flash) return given.speaker.flash;
  if (!open) return "";
  if (given.talk.state === "down") return given.safety("down");
  return lineState(given) || (given.talk.answering ? strings.writing : "");
}

const writing = html`<p class="writing" aria-hidden="true"><i></i><i></i><i></i>${strings.writing}</p>`;

/** The server cannot be reached: people can. The page's own words stand here where it has some. */
const down = (given: Controller): TemplateResult =>
  html`<div class="down"><p lang=${given.speech}>${safety(given.speech, "down")}</p>
    <slot>${calls(given.speech)}</slot></div>`;

function log(given: Controller, looks: Looks): TemplateResult {
  const { talk, speech } = given;
  const around = {
    entries: talk.entries,
    rated: talk.rated,
    online: talk.state === "online",
    actions: given,
  };
  return html`<div class="log" role="log" aria-live="off" aria-label=${strings.log} tabindex="0">
    ${greeting(looks.greeting, speech, (question) => given.ask(question))}
    ${talk.entries.map((item) => entry(item, around))}
    ${talk.answering ? writing : nothing} ${talk.state === "down" ? down(given) : nothing}
  </div>`;
}

/** The panel: help and exit above, the log, the composer below. */
export function panel(given: Controller, looks: Looks): TemplateResult {
  const { asked, presses, speech } = given;
  const line = lineState(given);
  return html`<section class="panel" lang="fr" role=${looks.inline ? "region" : "dialog"}
    aria-label=${strings.panel}>
    ${head({ ...looks, presses, lang: speech, leave: () => given.exit.leave() })}
    ${help(speech)} ${log(given, looks)}
    ${line ? html`<p class="banner" aria-hidden="true">${line}</p>` : nothing}
    ${asked ? warning(asked, () => given.keep(), () => given.cancel()) : nothing}
    ${composer(given)}
  </section>`;
}
