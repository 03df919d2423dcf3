/** What the person is told of the line: not each attempt that fails, but where things stand. */

import type { LinkState } from "./link.js";

export class Status {
  private told: LinkState = "idle";
  /** Whether the line was up once on this page. */
  private met = false;

  /** What to tell when the line moves to `state`; one that is down stays so until it is up. */
  next(state: LinkState): LinkState {
    const troubled = state === "lost" || state === "connecting";
    if (state === "online") this.met = true;
    if (troubled && !navigator.onLine) this.told = "offline";
    else if (!troubled) this.told = state;
    else if (this.told !== "down") this.told = this.met ? state : "connecting";
    return this.told;
  }
}
