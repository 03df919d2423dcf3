/** A conversation that was erased, and for a while may come back: off the screen and out of the tab. */

/** How long an erasure can be undone. */
export const UNDO_MS = 10_000;

export interface Held {
  token: string;
  readonly stream: string | null;
  readonly seen: number;
  readonly last: number;
  /** Puts it on the screen again. */
  restore(): void;
}

export class Erasure {
  held: Held | undefined;
  /** Whether something came for it meanwhile. */
  missed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Keep `held`; `over` is called when it can no longer come back, unless it was released. */
  hold(held: Held, over: () => void): void {
    this.held = held;
    this.missed = false;
    this.timer = setTimeout(over, UNDO_MS);
  }

  /** What was held, which no longer is. */
  release(): Held | undefined {
    const { held } = this;
    this.held = undefined;
    clearTimeout(this.timer);
    return held;
  }
}
