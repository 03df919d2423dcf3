/**
 * Readers of what comes over the wire, that believe nothing of it: a value that does not have the
 * agreed shape is read as `undefined`, never passed on half-read.
 */

import type { Ack, BotMessage, Choice, Cited, Item, Lang, Origin, Part, Passage, Said } from "./protocol.js";
import type { Session, Sheet, Table } from "./protocol.js";

type Raw = Readonly<Record<string, unknown>>;

const record = (raw: unknown): Raw | undefined =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as Raw) : undefined;
const text = (raw: unknown): string => (typeof raw === "string" ? raw : "");
const number = (raw: unknown): number =>
  typeof raw === "number" && Number.isFinite(raw) && raw >= 0 ? raw : 0;
const list = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : []);
const texts = (raw: unknown): string[] => list(raw).map(text).filter(Boolean);

function lang(raw: unknown): Lang {
  return raw === "en" || raw === "es" || raw === "ht" ? raw : "fr";
}

/** A table whose rows all have a cell for each column; undefined for any other. */
function table(raw: unknown): Table | undefined {
  const given = record(raw);
  const columns = texts(given?.["columns"]);
  const rows = list(given?.["rows"]).map((row) => ({
    head: text(record(row)?.["head"]),
    cells: list(record(row)?.["cells"]).map(texts),
  }));
  const whole = rows.every(({ cells }) => cells.length === columns.length);
  return columns.length && rows.length && whole ? { columns, rows } : undefined;
}

function part(raw: unknown): Part[] {
  const given = record(raw);
  if (!given) return [];
  const [lead, items, after] = [text(given["lead"]), texts(given["items"]), text(given["after"])];
  const numbered = given["numbered"] === true || undefined;
  return [{ lead, items, after, numbered, table: table(given["table"]) }];
}

/** Only an address that a browser may follow. */
const address = (raw: unknown): string => (/^https?:\/\//.test(text(raw)) ? text(raw) : "");

function origin(raw: unknown): Origin[] {
  const given = record(raw);
  const [said, url] = [text(given?.["text"]), address(given?.["url"])];
  const [checked, covers] = [text(given?.["checked_on"]), text(given?.["covers"])];
  return said && url ? [{ text: said, url, checked, covers }] : [];
}

function passage(raw: unknown): Passage[] {
  const given = record(raw);
  const section = text(given?.["section"]);
  return section
    ? [{ section, paragraphs: list(given?.["paragraphs"]).map(number).filter(Boolean) }]
    : [];
}

function cited(raw: unknown): Cited | undefined {
  const given = record(raw);
  const passages = list(given?.["passages"]).flatMap(passage);
  if (!given || !text(given["title"]) || !passages.length) return undefined;
  return {
    title: text(given["title"]),
    url: address(given["url"]),
    written: text(given["written"]),
    years: text(given["years"]),
    passages,
  };
}

function choice(raw: unknown): Choice[] {
  const given = record(raw);
  const found = { key: text(given?.["key"]), title: text(given?.["title"]) };
  return found.key && found.title ? [found] : [];
}

function sheet(raw: unknown): Sheet[] {
  const given = record(raw);
  const found = { title: text(given?.["title"]), path: text(given?.["path"]) };
  return found.title && /^\/[\w-]+(\/[\w-]+)?$/.test(found.path) ? [found] : [];
}

/** A message of Vigie, or undefined when it has no number or nothing to show. */
export function readMessage(raw: unknown): BotMessage | undefined {
  const given = record(raw);
  if (!given || !number(given["n"]) || !text(given["text"])) return undefined;
  return {
    type: "message",
    n: number(given["n"]),
    to: text(given["to"]),
    at: number(given["at"]),
    kind: text(given["kind"]),
    urgent: given["urgent"] === true,
    lang: lang(given["lang"]),
    writes: lang(given["writes"]),
    text: text(given["text"]),
    answers: list(given["answers"]).flatMap(part),
    updates: texts(given["updates"]),
    changes: list(given["changes"]).flatMap(origin),
    source: text(given["source"]),
    sources: list(given["sources"]).flatMap(origin),
    cited: cited(given["document"]),
    choices: list(given["choices"]).flatMap(choice),
    follow: texts(given["follow"]),
    pages: list(given["pages"]).flatMap(sheet),
    english: texts(given["english"]),
  };
}

/** Something that the person said, or undefined. */
export function readSaid(raw: unknown): Said | undefined {
  const given = record(raw);
  const id = text(given?.["id"]);
  if (!given || !id || !number(given["n"])) return undefined;
  const [n, at] = [number(given["n"]), number(given["at"])];
  return { type: "said", n, id, text: text(given["text"]), at };
}

function item(raw: unknown): Item[] {
  const read = record(raw)?.["type"] === "said" ? readSaid(raw) : readMessage(raw);
  return read ? [read] : [];
}

/** A session, or undefined when it brings no token or no stream. */
export function readSession(raw: unknown): Session | undefined {
  const given = record(raw);
  if (!given || !text(given["token"]) || !text(given["stream"])) return undefined;
  return {
    token: text(given["token"]),
    stream: text(given["stream"]),
    erased: given["cause"] === "forgotten",
    last: number(given["last"]),
    items: list(given["messages"]).flatMap(item),
  };
}

/** An acknowledgement; what has another shape is read as a failure. */
export function readAck(raw: unknown): Ack {
  const given = record(raw) ?? {};
  return {
    ok: given["ok"] === true,
    error: text(given["error"]) || "failed",
    text: text(given["text"]),
    last: number(given["last"]),
    token: text(given["token"]),
    stream: text(given["stream"]),
    erased: given["erased"] === true,
    items: list(given["messages"]).flatMap(item),
  };
}

/** The sentence of a `trouble` event; empty when it has none. */
export const readTrouble = (raw: unknown): string => text(record(raw)?.["text"]);
