/** The sentences of the page: French, and the safety texts in three more languages. */

import type { Lang } from "./protocol.js";
import en from "./strings/en.json";
import es from "./strings/es.json";
import fr from "./strings/fr.json";
import ht from "./strings/ht.json";

export type Catalogue = typeof fr;
/** The keys that every language has: what a person in danger must be able to read. */
export type SafetyKey = keyof typeof en;

const SAFETY: Readonly<Record<Exclude<Lang, "fr">, Readonly<Record<SafetyKey, string>>>> = {
  en,
  es,
  ht,
};

export const strings: Catalogue = fr;

/** A safety text in `lang`. */
export const safety = (lang: Lang, key: SafetyKey): string =>
  lang === "fr" ? fr[key] : SAFETY[lang][key];

/** `text` with its `{n}` filled in. */
export const fill = (text: string, n: string | number): string => text.replace("{n}", String(n));

/** The language of an attribute such as "en-US"; French when it is none of ours. */
export function language(attribute: string | null): Lang {
  const tag = (attribute ?? "").slice(0, 2).toLowerCase();
  return tag === "en" || tag === "es" || tag === "ht" ? tag : "fr";
}

/** A time of day as French writes it: "9 h 05". */
export function clock(at: number): string {
  const time = new Date(at * 1000);
  return `${time.getHours()}\u00a0h\u00a0${String(time.getMinutes()).padStart(2, "0")}`;
}
