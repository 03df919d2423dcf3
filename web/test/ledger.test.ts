// What is on the screen when streams end, messages come twice and answers are cut short.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Ledger } from "../src/ledger.js";
import type { BotMessage, Said } from "../src/protocol.js";
import { readMessage, readSaid } from "../src/read.js";

const answer = (n: number, to: string): BotMessage =>
  readMessage({ n, to, text: `réponse ${n}` }) as BotMessage;
const said = (n: number, id: string): Said => readSaid({ n, id, text: "?" }) as Said;
const shown = (ledger: Ledger): string[] => ledger.entries.map((entry) => entry.type);

test("a message that comes twice is shown once", () => {
  const ledger = new Ledger();
  assert.equal(ledger.take(answer(2, "a")), true);
  assert.equal(ledger.take(answer(2, "a")), false);
  assert.deepEqual(shown(ledger), ["message"]);
  assert.equal(ledger.last, 2);
});

test("what the person said comes back from the server without being doubled", () => {
  const ledger = new Ledger();
  ledger.say("Qui ?");
  const id = ledger.entries[0]?.type === "mine" ? ledger.entries[0].id : "";
  ledger.take(said(1, id));
  ledger.take(said(3, "another window's"));
  assert.deepEqual(shown(ledger), ["mine", "mine"]);
});

test("a new stream keeps what was said, and puts again what was not answered to its end", () => {
  const ledger = new Ledger();
  ledger.take(said(1, "first"));
  ledger.take(answer(2, "first"));
  ledger.say("Et puis ?", { n: 2, key: "k" });
  const waiting = ledger.entries.at(-1);
  assert.ok(waiting?.type === "mine");
  ledger.take(answer(4, waiting.id)); // the server died before its second message
  ledger.restart(false);
  assert.deepEqual(shown(ledger), ["mine", "message", "note", "mine"]);
  assert.equal(waiting.choice, undefined, "the new stream never offered it");
});

test("a conversation erased elsewhere leaves only what waits", () => {
  const ledger = new Ledger();
  ledger.take(said(1, "first"));
  ledger.take(answer(2, "first"));
  ledger.say("Et puis ?");
  ledger.restart(true);
  assert.deepEqual(shown(ledger), ["mine"]);
});
