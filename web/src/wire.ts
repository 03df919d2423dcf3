/**
 * What the line needs of Socket.IO 4 (protocol 5 on Engine.IO 4), as told in the two documents
 * "Engine.IO protocol", revision 4, and "Socket.IO protocol", revision 5; tests/web runs it
 * against the real server, web/test/wire.test.ts against a peer that breaks the rules.
 *
 * Covered: the WebSocket transport from its handshake (0) on, heartbeat (2, 3) with the delay that
 * the server gives, close (1), noop (6); in the default namespace CONNECT with credentials and its
 * refusal (40, 44), DISCONNECT from either side (41), events (42) and acknowledgements (43) both
 * ways. A packet that cannot be read ends the wire, as these documents ask.
 *
 * Left out, as the server (vigie/channels/web) has no use for it: long-polling and the upgrade
 * from it (src/twin.ts is the way where no socket passes), other namespaces, binary packets (4 in
 * bytes, 45, 46), events of several arguments (the first is read), recovery of a connection's
 * state (the protocol of docs/protocole-web.md has its own), compression by the library.
 */

/** Whom the wire tells what comes. */
export interface Ends {
  /** What the server is shown when it asks who connects. */
  auth(): object;
  up(): void;
  event(name: string, body: unknown): void;
  /** The wire is down. `held`: the handshake took too long; `closed`: the server said no. */
  down(why: { met: boolean; held: boolean; closed: boolean }): void;
}

type Settle = { resolve(value: unknown): void; reject(problem: Error): void; timer: Timer };
type Timer = ReturnType<typeof setTimeout>;

/** A handshake that takes longer is held back somewhere on the way. */
const OPEN_MS = 5_000;

/** One connection, from its opening to its end. */
export class Wire {
  private readonly socket: WebSocket | undefined;
  private readonly waiting = new Map<number, Settle>();
  private count = 0;
  private patience = 0;
  private timer: Timer;
  private over = false;
  connected = false;

  constructor(
    address: string,
    private readonly ends: Ends,
  ) {
    this.timer = setTimeout(() => this.end({ held: true }), OPEN_MS);
    addEventListener("offline", this.onOffline);
    try {
      this.socket = new WebSocket(address);
    } catch {
      // Some browsers throw where others close: a plain socket from a page under https.
      queueMicrotask(() => this.end({}));
      return;
    }
    this.socket.onmessage = ({ data }) => typeof data === "string" && this.packet(data);
    this.socket.onclose = () => this.end({});
  }

  /** What the server acknowledges `name` with; rejects after `ms`, or when the wire goes down. */
  emit(name: string, body: object, ms: number): Promise<unknown> {
    if (!this.connected) return Promise.reject(new Error("not connected"));
    const id = this.count++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.settle(id)?.reject(new Error("no answer")), ms);
      this.waiting.set(id, { resolve, reject, timer });
      this.put(`42${id}${JSON.stringify([name, body])}`);
    });
  }

  /** End it without a word. */
  close(): void {
    if (this.connected) this.put("41");
    this.finish();
  }

  private readonly onOffline = (): void => this.end({});

  private put(packet: string): void {
    this.socket?.send(packet);
  }

  private packet(text: string): void {
    const [engine, kind] = text;
    this.listen();
    if (engine === "0") this.opened(text.slice(1));
    else if (engine === "2") this.put("3");
    else if (engine === "1") this.end({ closed: true });
    else if (engine === "4") this.message(kind ?? "", text.slice(2));
  }

  private opened(text: string): void {
    const given = this.read(text) as Record<string, number> | null | undefined;
    if (!given) return this.end({});
    // Counted from the CONNECT on: until then, OPEN_MS is how long is waited.
    this.patience = (given["pingInterval"] ?? 0) + (given["pingTimeout"] ?? 0);
    this.put(`40${JSON.stringify(this.ends.auth())}`);
  }

  private message(kind: string, text: string): void {
    if (kind === "0") {
      this.connected = true;
      this.listen();
      this.ends.up();
    } else if (kind === "2" || kind === "3") this.carried(kind, text);
    else if (kind === "1" || kind === "4") this.end({ closed: true });
  }

  /** An event or an acknowledgement: its number, if it has one, and a list. */
  private carried(kind: string, text: string): void {
    const id = /^\d*/.exec(text)?.[0] ?? "";
    const list = this.read(text.slice(id.length));
    if (!Array.isArray(list)) return this.end({});
    if (kind === "3") return this.settle(Number(id))?.resolve(list[0]);
    if (id) this.put(`43${id}[]`); // the server waits to hear that it came
    this.ends.event(String(list[0]), list[1]);
  }

  /** The JSON of a packet; undefined where it is none. */
  private read(text: string): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  }

  /** A server that pings no more is gone. */
  private listen(): void {
    if (!this.connected || !this.patience) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end({}), this.patience);
  }

  private settle(id: number): Settle | undefined {
    const found = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(found?.timer);
    return found;
  }

  private end({ held = false, closed = false }: { held?: boolean; closed?: boolean }): void {
    if (this.over) return;
    const met = this.connected;
    this.finish();
    this.ends.down({ met, held, closed });
  }

  private finish(): void {
    this.over = true;
    this.connected = false;
    clearTimeout(this.timer);
    removeEventListener("offline", this.onOffline);
    if (this.socket) {
      this.socket.onmessage = this.socket.onclose = null;
      this.socket.close();
    }
    for (const id of [...this.waiting.keys()]) this.settle(id)?.reject(new Error("the line broke"));
  }
}
