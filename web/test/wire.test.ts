// The wire against a WebSocket of this test's own: what is sent, and what comes of what comes.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Wire, type Ends } from "../src/wire.js";

class Peer {
  static last: Peer;
  sent: string[] = [];
  closed = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor(readonly address: string) {
    Peer.last = this;
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.closed = true;
  }
  say(text: string): void {
    this.onmessage?.({ data: text });
  }
}

const OPEN = '0{"sid":"s","pingInterval":25000,"pingTimeout":20000}';

function connect(): { wire: Wire; peer: Peer; told: unknown[] } {
  const told: unknown[] = [];
  Object.assign(globalThis, { WebSocket: Peer, addEventListener() {}, removeEventListener() {} });
  const ends: Ends = {
    auth: () => ({ token: "t" }),
    up: () => told.push("up"),
    event: (name, body) => told.push([name, body]),
    down: (why) => told.push(why),
  };
  const wire = new Wire("ws://x/", ends);
  return { wire, peer: Peer.last, told };
}

test("it shows who connects, answers pings, and hands events over", () => {
  const { wire, peer, told } = connect();
  peer.say(OPEN);
  assert.deepEqual(peer.sent, ['40{"token":"t"}']);
  assert.equal(wire.connected, false);
  peer.say('40{"sid":"x"}');
  peer.say("2");
  peer.say('42["message",{"n":1}]');
  assert.equal(peer.sent.at(-1), "3");
  assert.deepEqual(told, ["up", ["message", { n: 1 }]]);
  wire.close();
  assert.ok(peer.closed);
});

test("each acknowledgement goes to what it is for, whatever their order", async () => {
  const { wire, peer } = connect();
  peer.say(OPEN);
  peer.say("40{}");
  const [first, second] = [wire.emit("say", { id: "a" }, 1_000), wire.emit("say", { id: "b" }, 1_000)];
  assert.deepEqual(peer.sent.slice(-2), ['420["say",{"id":"a"}]', '421["say",{"id":"b"}]']);
  peer.say('431[{"ok":2}]');
  peer.say('430[{"ok":1}]');
  assert.deepEqual(await Promise.all([first, second]), [{ ok: 1 }, { ok: 2 }]);
  wire.close();
});

test("what waits is told when the wire breaks, and nothing is sent on one that is not up", async () => {
  const { wire, peer, told } = connect();
  await assert.rejects(wire.emit("say", {}, 1_000));
  peer.say(OPEN);
  peer.say("40{}");
  const waiting = wire.emit("say", {}, 1_000);
  peer.onclose?.();
  await assert.rejects(waiting);
  assert.deepEqual(told.at(-1), { met: true, held: false, closed: false });
  await assert.rejects(wire.emit("say", {}, 1_000));
});

test("a server that says no is told apart from a line that breaks", () => {
  for (const no of ["44{\"message\":\"x\"}", "41", "1"]) {
    const { peer, told } = connect();
    peer.say(OPEN);
    peer.say(no);
    assert.deepEqual(told, [{ met: false, held: false, closed: true }]);
    assert.ok(peer.closed);
  }
});

test("a packet that cannot be read ends the wire, which is tried again", async () => {
  for (const wrong of ["0nonsense", "0null", "42", '42{"no":"list"}', "42[", "430{", "43", "42/admin,[1]"]) {
    const { wire, peer, told } = connect();
    if (!wrong.startsWith("0")) {
      peer.say(OPEN);
      peer.say("40{}");
    }
    const waiting = wire.connected ? wire.emit("say", {}, 1_000) : Promise.reject(new Error());
    const met = wire.connected;
    peer.say(wrong);
    await assert.rejects(waiting);
    assert.deepEqual(told.at(-1), { met, held: false, closed: false }, wrong);
    assert.ok(peer.closed);
  }
});

test("a server that opens and never lets in is told as one that is held back", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { peer, told } = connect();
  peer.say(OPEN);
  peer.say("2");
  t.mock.timers.tick(5_000);
  assert.deepEqual(told, [{ met: false, held: true, closed: false }]);
});

test("a server that pings no more is gone after the delay that it gave", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { peer, told } = connect();
  peer.say(OPEN);
  peer.say("40{}");
  t.mock.timers.tick(44_000);
  peer.say("2");
  t.mock.timers.tick(44_000);
  assert.deepEqual(told, ["up"]);
  t.mock.timers.tick(1_000);
  assert.deepEqual(told.at(-1), { met: true, held: false, closed: false });
});

test("an event that asks to be acknowledged is, and an acknowledgement may be empty", async () => {
  const { wire, peer, told } = connect();
  peer.say(OPEN);
  peer.say("40{}");
  peer.say('4212["said",{"n":3}]');
  assert.deepEqual(told.at(-1), ["said", { n: 3 }]);
  assert.equal(peer.sent.at(-1), "4312[]");
  const waiting = wire.emit("rate", {}, 1_000);
  peer.say("430[]");
  assert.equal(await waiting, undefined);
  wire.close();
});

test("what the protocol has and this wire has no use for changes nothing", () => {
  const { wire, peer, told } = connect();
  peer.say(OPEN);
  peer.say("40{}");
  for (const packet of ["", "3", "5", "6", '451-["x",{"_placeholder":true,"num":0}]']) peer.say(packet);
  peer.onmessage?.({ data: new ArrayBuffer(2) });
  assert.deepEqual(told, ["up"]);
  assert.ok(wire.connected);
  wire.close();
});

test("a browser that throws where others close is a line that breaks", async () => {
  const told: unknown[] = [];
  const Throws = class {
    constructor() {
      throw new Error("insecure");
    }
  };
  Object.assign(globalThis, { WebSocket: Throws, addEventListener() {}, removeEventListener() {} });
  const down = (why: unknown) => told.push(why);
  new Wire("ws://x/", { auth: () => ({}), up() {}, event() {}, down });
  await Promise.resolve();
  assert.deepEqual(told, [{ met: false, held: false, closed: false }]);
});
