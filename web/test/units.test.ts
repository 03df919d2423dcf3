// The pure parts, by node's own test runner (scripts/web test).
import assert from "node:assert/strict";
import { test } from "node:test";

import { clock, fill, language, safety } from "../src/catalogue.js";
import { sms, tel } from "../src/hotline.js";
import { pieces } from "../src/pieces.js";
import { readAck, readMessage, readSaid, readSession } from "../src/protocol.js";
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
    [{ lead: "", items: [], after: "" }],
  ]);
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
