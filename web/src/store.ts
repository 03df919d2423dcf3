/** What outlives a page: in sessionStorage, so in this tab only, and gone with it. */

export interface Kept {
  /** The server that made the token: it is shown to no other. */
  server: string;
  token: string | null;
  stream: string | null;
  /** Number of the last message that was shown to the person. */
  seen: number;
  open: boolean;
  /** What is typed and not sent yet. */
  draft: string;
  /** No secret: lets a proxy keep this tab on one of several servers, without a cookie. */
  route: string;
}

const KEY = "vigie-chat";

/** `bytes` random bytes, in hexadecimal. */
export const random = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

const nothing = (server: string): Kept => ({
  server,
  token: null,
  stream: null,
  seen: 0,
  open: false,
  draft: "",
  route: random(8),
});

/** Reads and writes `Kept`; where storage is refused, it lives as long as the page. */
export class Store {
  private kept: Kept;

  constructor(
    private readonly server: string,
    private readonly storage: () => Storage = () => sessionStorage,
  ) {
    this.kept = this.read() ?? nothing(server);
  }

  get value(): Readonly<Kept> {
    return this.kept;
  }

  set(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    this.attempt((storage) => storage.setItem(KEY, JSON.stringify(this.kept)));
  }

  wipe(): void {
    this.kept = nothing(this.server);
    this.attempt((storage) => storage.removeItem(KEY));
  }

  /** Read what another page of the tab left; whether the session is still the same. */
  reload(): boolean {
    const before = this.kept.stream;
    this.kept = this.read() ?? nothing(this.server);
    return this.kept.stream === before;
  }

  private read(): Kept | undefined {
    const text = this.attempt((storage) => storage.getItem(KEY));
    if (!text) return undefined;
    try {
      const found = JSON.parse(text) as Partial<Kept>;
      return found.server === this.server ? { ...nothing(this.server), ...found } : undefined;
    } catch {
      return undefined; // not ours, or cut short: as if there were none
    }
  }

  private attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(this.storage());
    } catch {
      return undefined; // refused by the browser (private window, sandbox, quota)
    }
  }
}
