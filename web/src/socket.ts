/** The Socket.IO line. */

import { Manager, type Socket } from "socket.io-client";

import type { Verb, Line, Listener } from "./link.js";

/** A turn takes 6 s at most on the server; then no acknowledgement will come. */
const ACK_MS = 12_000;
/** A handshake that takes longer is held back somewhere on the way. */
const OPEN_MS = 5_000;

export class SocketLine implements Line {
  private socket: Socket | undefined;

  constructor(
    private readonly server: string,
    private readonly route: string,
    private readonly listener: Listener,
    private readonly failed: (held: boolean) => void,
  ) {}

  get connected(): boolean {
    return this.socket?.connected === true;
  }

  open(): void {
    if (this.socket) return;
    const { origin, pathname } = new URL(this.server);
    this.listener.state("connecting");
    const manager = new Manager(origin, {
      path: `${pathname.replace(/\/$/, "")}/socket.io/`,
      query: { r: this.route },
      transports: ["websocket"],
      withCredentials: false,
      timeout: OPEN_MS,
      reconnectionDelay: 500,
      reconnectionDelayMax: 6_000,
    });
    const socket = manager.socket("/", {
      auth: (give) => give({ ...this.listener.credentials() }),
    });
    this.socket = socket;
    socket.on("session", (raw: unknown) => {
      this.listener.session(raw);
      this.listener.state("online");
    });
    socket.on("message", (raw: unknown) => this.listener.message(raw));
    socket.on("said", (raw: unknown) => this.listener.said(raw));
    socket.on("trouble", (raw: unknown) => this.listener.trouble(raw));
    socket.on("connect_error", ({ message }) => {
      this.listener.state("lost");
      this.failed(message === "timeout");
      if (!socket.active) this.later(socket);
    });
    socket.on("disconnect", (reason) => {
      this.listener.state("lost");
      if (reason === "io server disconnect") this.later(socket);
    });
  }

  /** The server closed or refused: the library does not come back by itself. */
  private later(socket: Socket): void {
    setTimeout(() => this.socket === socket && socket.connect(), 4_000);
  }

  async send(event: Verb, body: object): Promise<unknown> {
    if (!this.socket?.connected) throw new Error("not connected");
    return this.socket.timeout(ACK_MS).emitWithAck(event, body) as Promise<unknown>;
  }

  close(): void {
    const socket = this.socket;
    this.socket = undefined;
    socket?.off();
    socket?.disconnect();
  }
}
