/** What the person is told of the line: not each attempt that fails, but where things stand. */

import type { LinkState } from "./link.js";

/** How long a connection may take before it is said to be slow. */
const SLOW_MS = 6_000;

/** Told until the line is up, whatever is tried meanwhile. */
const LASTING: readonly LinkState[] = ["down", "refused", "slow"];

export class Status {
  private told: LinkState = "idle";
  /** Whether the line was up once on this page. */
  private met = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** `slow` is called when a connection takes its time. */
  constructor(private readonly slow: () => void) {}

  /** What to tell when the line moves to `state`; one that is down stays so until it is up. */
  next(state: LinkState): LinkState {
    if (state === "online") this.met = true;
    const up = state === "online" || state === "idle";
    if (!up && !navigator.onLine) this.told = "offline";
    else if (up || LASTING.includes(state)) this.told = state;
    else if (!LASTING.includes(this.told)) this.told = this.met ? state : "connecting";
    this.wait(this.told === "connecting");
    return this.told;
  }

  private wait(connecting: boolean): void {
    if (connecting) this.waiting ??= setTimeout(this.slow, SLOW_MS);
    else {
      clearTimeout(this.waiting);
      this.waiting = undefined;
    }
  }
}
