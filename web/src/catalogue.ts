/**
 * The sentences of the page. French, and what a person in danger must be able to read in English,
 * Spanish and Haitian Creole, are in the bundle; the rest of these languages comes when needed.
 */

import type { Lang } from "./protocol.js";
import { fetched } from "./sentences.js";
import en from "./strings/en.json";
import es from "./strings/es.json";
import fr from "./strings/fr.json";
import ht from "./strings/ht.json";

export type Words = typeof fr;
/** The keys that every language has in the bundle: the safety texts. */
export type SafetyKey = keyof typeof en;

const known: Record<Lang, Words> = {
  fr,
  en: { ...fr, ...en },
  es: { ...fr, ...es },
  ht: { ...fr, ...ht },
};
const whole = new Map<Lang, Promise<void> | true>([["fr", true]]);

/** The sentences in `lang`; in French those that did not come yet. */
export const words = (lang: Lang): Words => known[lang];

/** Whether every sentence is there in `lang`. */
export const speaks = (lang: Lang): boolean => whole.get(lang) === true;

/** A safety text in `lang`. */
export const safety = (lang: Lang, key: SafetyKey): string => known[lang][key];

/** Fetch what is missing of `lang`, once; `then` is called when it is there. */
export function learn(lang: Lang, then: () => void): void {
  if (whole.has(lang)) return;
  whole.set(
    lang,
    fetched().then(
      (found) => {
        known[lang] = { ...known[lang], ...found.default[lang] };
        whole.set(lang, true);
        then();
      },
      () => undefined, // the safety texts are there; the rest stays French
    ),
  );
}

/** `text` with its `{n}` and `{m}` filled in. */
export const fill = (text: string, n: string | number, m: string | number = ""): string =>
  text.replace("{n}", String(n)).replace("{m}", String(m));

/** The language of an attribute such as "en-US"; French when it is none of ours. */
export function language(attribute: string | null): Lang {
  const tag = (attribute ?? "").slice(0, 2).toLowerCase();
  return tag === "en" || tag === "es" || tag === "ht" ? tag : "fr";
}

/** A time of day as French writes it: "9 h 05". */
export function clock(at: number, lang: Lang = "fr"): string {
  const time = new Date(at * 1000);
  const minutes = String(time.getMinutes()).padStart(2, "0");
  return lang === "fr" ? `${time.getHours()}\u00a0h\u00a0${minutes}` : `${time.getHours()}:${minutes}`;
}

/** The day of an ISO date as people write it; the date itself when it is none. */
export function day(iso: string, lang: Lang): string {
  const when = new Date(`${iso}T12:00:00`);
  if (Number.isNaN(when.getTime())) return iso;
  const said = when.toLocaleDateString(lang === "ht" ? "fr" : lang, { dateStyle: "long" });
  return lang === "fr" ? said.replace(/^1 /, "1er ") : said;
}
