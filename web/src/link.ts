/** The line to the server: Socket.IO first, and where it is blocked, plain HTTP. */

import { SocketLine } from "./socket.js";
import { Twin } from "./twin.js";

/** What the client shows to be known again. */
export interface Credentials {
  token: string | null;
  stream: string | null;
  last: number;
}

export type LinkState =
  | "idle"
  | "connecting"
  | "slow"
  | "online"
  | "lost"
  | "offline"
  | "down"
  /** The server is there and takes nothing from this site: see VIGIE_ORIGINS. */
  | "refused";

export type Verb = "say" | "choose" | "forget" | "rate";

/** Whom a line tells what comes in. */
export interface Listener {
  credentials(): Credentials;
  session(raw: unknown): void;
  message(raw: unknown): void;
  said(raw: unknown): void;
  trouble(raw: unknown): void;
  /** The line is up or down; `session` comes before "online". */
  state(state: LinkState): void;
}

/** One way to reach the server. */
export interface Line {
  open(): void;
  /** The raw acknowledgement; rejects when none can be had. */
  send(event: Verb, body: object): Promise<unknown>;
  close(): void;
}

/** Refused connections of the socket after which HTTP is tried; at once when it was held back. */
const TRIES = 2;

/** Opens the first line that works and keeps to it. */
export class Link implements Line {
  private line: Line;
  private failures = 0;

  constructor(
    private readonly server: string,
    private readonly route: string,
    private readonly listener: Listener,
  ) {
    this.line = new SocketLine(server, route, listener, (held) => this.failed(held));
  }

  open(): void {
    this.line.open();
  }

  send(event: Verb, body: object): Promise<unknown> {
    return this.line.send(event, body);
  }

  close(): void {
    this.line.close();
  }

  /** Ask for a session anew, with the credentials of now. */
  renew(): void {
    this.line.close();
    this.line.open();
  }

  /** Erase the conversation on the server while the page goes away. */
  farewell(): void {
    const { token, stream, last } = this.listener.credentials();
    if (token) this.twin().beacon({ token, stream, last });
  }

  private twin(): Twin {
    return new Twin(this.server, this.route, this.listener);
  }

  private failed(held: boolean): void {
    this.failures += 1;
    if (!held && this.failures % TRIES) return;
    if (!(this.line instanceof SocketLine)) return;
    const twin = this.twin();
    void twin.probe().then((found) => {
      if (!(this.line instanceof SocketLine) || this.line.connected) return;
      if (found !== "online") return this.listener.state(found);
      this.line.close();
      this.line = twin;
      twin.open();
    });
  }
}
