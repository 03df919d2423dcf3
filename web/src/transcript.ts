/** The conversation as a plain text file. */

import { clock, strings } from "./catalogue.js";
import type { Entry } from "./conversation.js";

function lines(entry: Entry): string[] {
  if (entry.type === "note") return [strings[entry.key]];
  const who = entry.type === "mine" ? strings.you : strings.name;
  return [`${who}, ${clock(entry.at)}`, entry.text];
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
