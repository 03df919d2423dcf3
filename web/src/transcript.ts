/** The conversation as a plain text file. */

import { clock, words } from "./catalogue.js";
import { citation } from "./citation.js";
import type { Entry } from "./entry.js";
import type { BotMessage } from "./protocol.js";

const strings = words("fr");

/** A message to be kept elsewhere: with the document's title, which the page shows folded. */
export const whole = ({ text, cited }: BotMessage): string =>
  cited ? `${text}\n${citation(cited)}` : text;

function lines(entry: Entry): string[] {
  if (entry.type === "note") return [strings[entry.key]];
  const who = entry.type === "mine" ? strings.you : strings.name;
  const said = entry.type === "mine" ? entry.text : whole(entry);
  return [`${who}, ${clock(entry.at)}`, said];
}

/** The whole text, with a warning at its head. */
export function transcript(entries: readonly Entry[]): string {
  const blocks = entries.map((entry) => lines(entry).join("\n"));
  return [strings.file_head, ...blocks].join("\n\n") + "\n";
}

/** Offer `text` as a file to keep; nothing leaves the browser. */
export function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
