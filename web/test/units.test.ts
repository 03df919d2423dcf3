// The pure parts, by node's own test runner (scripts/web test).
import assert from "node:assert/strict";
import { test } from "node:test";

import { accents, contrast, parse } from "../src/accent.js";
import { clock, day, fill, language, safety } from "../src/catalogue.js";
import { chip, citation } from "../src/citation.js";
import { sms, tel } from "../src/hotline.js";
import { pieces } from "../src/pieces.js";
import { readAck, readMessage, readSaid, readSession } from "../src/read.js";
import { Store } from "../src/store.js";
import { transcript } from "../src/transcript.js";

const joined = (text: string, english: string[] = []): string =>
  pieces(text, english).map((piece) => piece.text).join("");

test("pieces joined again are the text, whatever it holds", () => {
  const hostile = '<b>1-888-373-7888</b> "><script>alert(1)</script> \u202e911 (a|b)* https://x.fr/«';
  for (const text of ["", hostile, "911911", "233733.", "\n\n"]) {
    assert.equal(joined(text, ["(a|b)*", "script"]), text);
  }
});

test("only the hotline's numbers become calls, and only standing alone", () => {
  const links = (text: string) => pieces(text).flatMap((piece) => piece.href ?? []);
  assert.deepEqual(links("1-888-373-7888, SMS 233733, 911."), [
    "tel:+18883737888",
    "sms:233733",
    "tel:911",
  ]);
  assert.deepEqual(links("9110, 1911, 1-888-373-78889, 911-5"), []);
});

test("only http addresses become links, without the stop that follows them", () => {
  const links = (text: string) => pieces(text).flatMap((piece) => piece.href ?? []);
  assert.deepEqual(links("voir https://example.org/a?b=1."), ["https://example.org/a?b=1"]);
  assert.deepEqual(links("javascript:alert(1) data:text/html,x ftp://a"), []);
});

test("a name in English is marked between other letters, the longest first", () => {
  const marked = (text: string, names: string[]) =>
    pieces(text, names).filter((piece) => piece.english).map((piece) => piece.text);
  assert.deepEqual(marked("le Blue Campaign Act, Blue Campaign", ["Blue Campaign", "Blue Campaign Act"]), [
    "Blue Campaign Act",
    "Blue Campaign",
  ]);
  assert.deepEqual(marked("Reporté", ["Report"]), []);
});

test("what has not the agreed shape is not read", () => {
  for (const raw of [null, 3, "x", [], {}, { n: 0, text: "a" }, { n: 1 }, { n: "1", text: "a" }]) {
    assert.equal(readMessage(raw), undefined);
    assert.equal(readSaid(raw), undefined);
    assert.equal(readSession(raw), undefined);
    assert.equal(readAck(raw).ok, false);
  }
});

test("a message is read with what is missing left empty", () => {
  const read = readMessage({ n: 2, text: "a", lang: "xx", choices: [{ key: "k" }, 4], answers: [{}] });
  assert.deepEqual([read?.lang, read?.choices, read?.answers], [
    "fr",
    [],
    [{ lead: "", items: [], after: "", numbered: undefined, table: undefined }],
  ]);
});

test("a list may be numbered, and a table have one column; a row that lacks a cell makes none", () => {
  const table = (cells: string[][]) => ({ columns: ["Dit"], rows: [{ head: "DoJ", cells }] });
  const answer = (cells: string[][]) => ({ items: ["a"], numbered: true, table: table(cells) });
  const read = readMessage({ n: 2, text: "a", answers: [answer([["b"]]), answer([])] });
  assert.deepEqual(read?.answers.map((one) => one.numbered), [true, true]);
  assert.deepEqual(read?.answers.map((one) => one.table), [table([["b"]]), undefined]);
});

class Drawer implements Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  held: string | null = null;
  getItem = () => this.held;
  setItem = (_: string, value: string) => void (this.held = value);
  removeItem = () => void (this.held = null);
}

test("a token is shown to the server that made it alone", () => {
  const drawer = new Drawer() as unknown as Storage;
  new Store("https://a/", () => drawer).set({ token: "t" });
  assert.equal(new Store("https://a/", () => drawer).value.token, "t");
  assert.equal(new Store("https://b/", () => drawer).value.token, null);
});

test("where storage is refused, the session lives as long as the page", () => {
  const store = new Store("https://a/", () => {
    throw new Error("refused");
  });
  store.set({ token: "t" });
  assert.equal(store.value.token, "t");
  store.wipe();
  assert.equal(store.value.token, null);
});

test("a broken or foreign entry of the storage is as none", () => {
  for (const held of ["{", "null", "3", '"x"', "[]", '{"token":"t"}']) {
    const drawer = Object.assign(new Drawer(), { held }) as unknown as Storage;
    assert.equal(new Store("https://a/", () => drawer).value.token, null);
  }
});

test("the safety texts exist in four languages, and the time is written in French", () => {
  assert.equal(language("en-US"), "en");
  assert.equal(language("de"), "fr");
  assert.equal(fill(safety("es", "call"), "911"), "Llamar al 911");
  assert.match(clock(0), /^\d{1,2}\u00a0h\u00a0\d\d$/);
  assert.deepEqual([tel("911"), tel("1-888-373-7888"), sms("233733")], [
    "tel:911",
    "tel:+18883737888",
    "sms:233733",
  ]);
});

test("the text file holds who said what, under a warning", () => {
  const said = { type: "mine", id: "1", text: "Qui ?", at: 0, status: "sent" } as never;
  const lines = transcript([said]).split("\n");
  assert.match(lines[0] ?? "", /Effacez ce fichier/);
  assert.match(lines[2] ?? "", /^Vous, /);
  assert.equal(lines[3], "Qui ?");
});

test("an accent is taken as it is where it can be read, and else moved until it can", () => {
  assert.equal(accents("#7a1f5c")["--given-deep"], "rgb(122 31 92)");
  const papers = { "--given-deep": "#e2eef1", "--given-on-dark": "#20404b" };
  for (const given of ["#fff", "#000", "#ffe680", "#7a1f5c", "#0f0", "#777777"]) {
    for (const [name, paper] of Object.entries(papers)) {
      const made = accents(given)[name]?.match(/\d+/g)?.map(Number) as [number, number, number];
      assert.ok(contrast(made, parse(paper) as never) >= 5.5, `${given} ${name}`);
    }
  }
  for (const none of ["", "red", "url(x)", "#12", "#12345", "rgb(0 0 0)"]) {
    assert.deepEqual(accents(none), {});
  }
});

test("a citation is short for the eye and whole for whoever copies it", () => {
  const passages = [
    { section: "Organes", paragraphs: [2, 5, 7] },
    { section: "Introduction", paragraphs: [1] },
  ];
  const cited = { title: "Le titre", url: "", written: "en 2016", years: "2016", passages };
  assert.match(chip(cited, "fr"), /^Document 2016 · Organes, §.2, 5 et 7 et 1 autre section$/u);
  assert.match(chip({ ...cited, passages: passages.slice(1) }, "en"), /Introduction, § 1$/);
  const row = [{ section: "Organes", paragraphs: [2, 3, 4, 7, 8] }];
  assert.match(chip({ ...cited, passages: row }, "fr"), /Organes, §.2–4, 7 et 8$/u);
  const whole = citation({ ...cited, url: "https://example.org/" });
  for (const piece of ["Le titre", "en 2016", "§\u00a02, 5, 7", "Introduction", "https://example.org/"]) {
    assert.ok(whole.includes(piece), piece);
  }
});

test("a day is written as people write it, and what is no day is left as it came", () => {
  assert.equal(day("2026-11-26", "fr"), "26 novembre 2026");
  assert.equal(day("2026-11-01", "fr"), "1er novembre 2026");
  assert.equal(day("2026-11-26", "es"), "26 de noviembre de 2026");
  assert.equal(day("bientôt", "fr"), "bientôt");
});

test("the er of a first is raised, and nothing else is", () => {
  const raised = (text: string) => pieces(text).filter((p) => p.raised).map((p) => p.text);
  assert.deepEqual(raised("le 1er juillet, la 1re fois"), ["er", "re"]);
  assert.deepEqual(raised("11er, a1er, 1error, 2e"), []);
});

test("a table is read where each row has a cell for each column, and an address where it is one", () => {
  const table = { columns: ["a", "b"], rows: [{ head: "h", cells: [["x"], []] }] };
  const read = (part: object) => readMessage({ n: 1, text: "t", answers: [part] })?.answers[0]?.table;
  assert.deepEqual(read({ table }), table);
  assert.equal(read({ table: { ...table, columns: ["a"] } }), undefined);
  assert.equal(read({ table: { columns: ["a", "b"], rows: [] } }), undefined);
  const change = { text: "t", url: "javascript:alert(1)", checked_on: "2026-01-01" };
  const message = readMessage({ n: 1, text: "t", changes: [change], document: { title: "x" } });
  assert.deepEqual([message?.changes, message?.cited], [[], undefined]);
});
