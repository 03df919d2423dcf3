/** The same protocol by plain HTTP, for networks that let no socket through. */

import type { Credentials, Line, LinkState, Listener, Verb } from "./link.js";

const TIMEOUT_MS = 12_000;
const RETRY_MS = 4_000;

export class Twin implements Line {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private probed: unknown;

  constructor(
    private readonly server: string,
    private readonly route: string,
    private readonly listener: Listener,
  ) {}

  /** Whether the server answers this way; if not, why. */
  async probe(): Promise<"online" | "down" | "refused"> {
    try {
      this.probed = await this.session();
      return "online";
    } catch (problem) {
      // No answer is an answer here: the socket goes on trying.
      return problem instanceof TypeError && (await this.serves()) ? "refused" : "down";
    }
  }

  /** Whether the server gives another site what all may have: then it refuses this one. */
  private async serves(): Promise<boolean> {
    if (new URL(this.server).origin === location.origin) return false;
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const options: RequestInit = { method: "HEAD", cache: "no-store", credentials: "omit", signal };
      return (await fetch(new URL("widget.js", this.server), options)).ok;
    } catch {
      return false; // nobody is there
    }
  }

  open(): void {
    this.closed = false;
    clearTimeout(this.timer);
    const found = this.probed === undefined ? this.session() : Promise.resolve(this.probed);
    this.probed = undefined;
    void found
      .then((raw) => {
        if (this.closed) return;
        this.listener.session(raw);
        this.listener.state("online");
      })
      .catch(() => this.lost("down"));
  }

  async send(event: Verb, body: object): Promise<unknown> {
    try {
      return await this.post(event, { ...this.listener.credentials(), ...body });
    } catch (problem) {
      this.lost();
      throw problem;
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  /** Forget, sent even while the page goes away. Plain text: a beacon cannot ask first. */
  beacon(credentials: Credentials): void {
    const body = JSON.stringify(credentials);
    const sent = navigator.sendBeacon?.(this.url("forget"), body);
    if (!sent) void this.post("forget", credentials, true).catch(() => undefined);
  }

  private session(): Promise<unknown> {
    return this.post("session", this.listener.credentials());
  }

  private lost(state: LinkState = "lost"): void {
    if (this.closed) return;
    this.listener.state(state);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), RETRY_MS);
  }

  private url(name: string): string {
    return `${this.server.replace(/\/$/, "")}/webhooks/web/${name}?r=${this.route}`;
  }

  private async post(name: string, body: object, keepalive = false): Promise<unknown> {
    const response = await fetch(this.url(name), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      credentials: "omit",
      referrerPolicy: "no-referrer",
      keepalive,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return (await response.json()) as unknown;
  }
}
