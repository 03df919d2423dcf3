/** The citation of the document, short for the eye and whole for whoever copies it. */

import { fill, words } from "./catalogue.js";
import type { Cited, Lang, Passage } from "./protocol.js";

/** From how many paragraphs in a row on only the first and the last are told. */
const RUN = 3;

/** Paragraphs, those that follow each other as one: "2", "5", "7–15". */
function runs(paragraphs: readonly number[]): string[] {
  const found: number[][] = [];
  for (const one of paragraphs) {
    const run = found.at(-1);
    if (run?.at(-1) === one - 1) run.push(one);
    else found.push([one]);
  }
  return found.flatMap((run) =>
    run.length < RUN ? run.map(String) : [`${run[0]}\u2013${run.at(-1)}`],
  );
}

/** "Organes composant la PITF, § 2 et 5". */
function place({ section, paragraphs }: Passage, lang: Lang): string {
  const said = words(lang);
  if (!paragraphs.length) return section;
  const each = runs(paragraphs);
  const last = each.at(-1) ?? "";
  const before = each.slice(0, -1).join(", ");
  return fill(said.place, section, before ? before + said.and + last : last);
}

/** What is always in sight: the years of the document and the first place. */
export function chip(cited: Cited, lang: Lang): string {
  const said = words(lang);
  const rest = cited.passages.length - 1;
  const more = rest > 1 ? fill(said.sections_more, rest) : rest ? said.section_more : "";
  const [first] = cited.passages.map((passage) => place(passage, lang));
  return `${fill(said.document, cited.years)} · ${first}${more ? ` ${more}` : ""}`;
}

/** All places, for the unfolded source. */
export const places = (cited: Cited, lang: Lang): string[] =>
  cited.passages.map((passage) => place(passage, lang));

/** As one cites it: places, title, when it was written, address. */
export function citation(cited: Cited): string {
  const where = cited.passages.map((passage) => {
    const [section, ...rest] = [`«\u00a0${passage.section}\u00a0»`, ...runs(passage.paragraphs)];
    return rest.length ? `${section}, §\u00a0${rest.join(", ")}` : section;
  });
  const written = `texte en français rédigé ${cited.written}`;
  const address = cited.url ? `, ${cited.url}` : "";
  return `${cited.title}, ${written}\u00a0: ${where.join("\u202f; ")}${address}.`;
}
