/** The Socket.IO line: one wire after the other, until it is closed. */

import type { Line, Listener, Verb } from "./link.js";
import { Wire } from "./wire.js";

/** A turn takes 6 s at most on the server; then no acknowledgement will come. */
const ACK_MS = 12_000;
/** Before another attempt: twice as long each time, and longer where the server itself said no. */
const RETRY_MS = 500;
const MOST_MS = 6_000;
const REFUSED_MS = 4_000;

export class SocketLine implements Line {
  private wire: Wire | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private begun = false;
  private attempts = 0;

  constructor(
    private readonly server: string,
    private readonly route: string,
    private readonly listener: Listener,
    private readonly failed: (held: boolean) => void,
  ) {}

  get connected(): boolean {
    return this.wire?.connected === true;
  }

  open(): void {
    if (this.begun) return;
    this.begun = true;
    this.attempts = 0;
    this.listener.state("connecting");
    this.connect();
  }

  send(event: Verb, body: object): Promise<unknown> {
    return this.wire?.emit(event, body, ACK_MS) ?? Promise.reject(new Error("not connected"));
  }

  close(): void {
    this.begun = false;
    clearTimeout(this.timer);
    this.wire?.close();
    this.wire = undefined;
  }

  private get address(): string {
    const url = new URL("socket.io/", this.server.replace(/\/?$/, "/"));
    url.protocol = url.protocol.replace("http", "ws");
    url.search = `r=${this.route}&EIO=4&transport=websocket`;
    return url.href;
  }

  private connect(): void {
    this.wire = new Wire(this.address, {
      auth: () => this.listener.credentials(),
      up: () => (this.attempts = 0),
      event: (name, body) => this.heard(name, body),
      down: ({ met, held, closed }) => {
        this.listener.state("lost");
        if (!met) this.failed(held);
        if (this.begun) this.later(closed);
      },
    });
  }

  private later(closed: boolean): void {
    const wait = Math.min(RETRY_MS * 2 ** this.attempts++, MOST_MS) * (0.5 + Math.random());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), closed ? REFUSED_MS : wait);
  }

  private heard(name: string, body: unknown): void {
    const { listener } = this;
    if (name === "session") {
      listener.session(body);
      listener.state("online");
    } else if (name === "message") listener.message(body);
    else if (name === "said") listener.said(body);
    else if (name === "trouble") listener.trouble(body);
  }
}
