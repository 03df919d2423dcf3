/** Cuts a text from outside into pieces to show: plain text, links, names in English. */

import { EMERGENCY, PHONE, SMS, sms, tel } from "./hotline.js";

export interface Piece {
  readonly text: string;
  /** An address that this module made: tel:, sms: or https:. */
  readonly href?: string;
  /** Whether the piece is English in a text of another language. */
  readonly english?: boolean;
  /** Whether the piece stands above the line: the "er" of a first day or rank. */
  readonly raised?: boolean;
}

const NUMBER = String.raw`(?<![\w-])(?:${PHONE}|${SMS}|${EMERGENCY})(?![\w-])`;
const ADDRESS = String.raw`https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)\]]`;

const FIRST = String.raw`(?<=(?<![\p{L}\p{N}])1)(?:er|re)(?![\p{L}\p{N}])`;

const escape = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** A name stands for itself only between characters that are no letters. */
function names(english: readonly string[]): string {
  const longestFirst = [...english].sort((a, b) => b.length - a.length).map(escape);
  return longestFirst.length
    ? String.raw`|(?<name>(?<![\p{L}\p{N}])(?:${longestFirst.join("|")})(?![\p{L}\p{N}]))`
    : "";
}

function piece(found: RegExpExecArray): Piece {
  const text = found[0];
  if (found.groups?.["name"] !== undefined) return { text, english: true };
  if (found.groups?.["first"] !== undefined) return { text, raised: true };
  if (found.groups?.["number"] !== undefined) {
    return { text, href: text === SMS ? sms(text) : tel(text) };
  }
  return { text, href: text };
}

/** The pieces of `text`, in order; joined again they are `text`. */
export function pieces(text: string, english: readonly string[] = []): Piece[] {
  const pattern = new RegExp(
    `(?<address>${ADDRESS})|(?<number>${NUMBER})|(?<first>${FIRST})${names(english)}`,
    "gu",
  );
  const found: Piece[] = [];
  let end = 0;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    if (hit.index > end) found.push({ text: text.slice(end, hit.index) });
    found.push(piece(hit));
    end = hit.index + hit[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}
