/**
 * What the line needs of Socket.IO 4 (protocol 5 on Engine.IO 4): one WebSocket, the default
 * namespace, events and acknowledgements in JSON. The packets are those of
 * socket.io/docs/v4/socket-io-protocol; tests/web runs it against the real server.
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
  private readonly socket: WebSocket;
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
    this.socket = new WebSocket(address);
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
      this.socket.send(`42${id}${JSON.stringify([name, body])}`);
    });
  }

  /** End it without a word. */
  close(): void {
    if (this.connected) this.socket.send("41");
    this.finish();
  }

  private readonly onOffline = (): void => this.end({});

  private packet(text: string): void {
    const [engine, kind] = text;
    this.listen();
    if (engine === "0") this.opened(text.slice(1));
    else if (engine === "2") this.socket.send("3");
    else if (engine === "1") this.end({ closed: true });
    else if (engine === "4") this.message(kind ?? "", text.slice(2));
  }

  private opened(text: string): void {
    const { pingInterval, pingTimeout } = JSON.parse(text) as Record<string, number>;
    this.patience = (pingInterval ?? 0) + (pingTimeout ?? 0);
    this.listen();
    this.socket.send(`40${JSON.stringify(this.ends.auth())}`);
  }

  private message(kind: string, text: string): void {
    if (kind === "0") {
      this.connected = true;
      this.ends.up();
    } else if (kind === "2") {
      const [name, body] = JSON.parse(text) as [string, unknown];
      this.ends.event(name, body);
    } else if (kind === "3") {
      const id = parseInt(text, 10);
      const [body] = JSON.parse(text.slice(String(id).length)) as [unknown];
      this.settle(id)?.resolve(body);
    } else if (kind === "1" || kind === "4") this.end({ closed: true });
  }

  /** A server that pings no more is gone. */
  private listen(): void {
    if (!this.patience) return;
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
    this.socket.onmessage = this.socket.onclose = null;
    this.socket.close();
    for (const id of [...this.waiting.keys()]) this.settle(id)?.reject(new Error("the line broke"));
  }
}
