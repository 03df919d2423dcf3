/** What the window tells the element: its network, its address, its end, its keyboard. */

import { asked } from "./hash.js";
import { MAX_CHARACTERS } from "./views/panel.js";
import { followKeyboard } from "./viewport.js";

/** Whom it tells. */
export interface Told {
  /** The network came or went. */
  network(up: boolean): void;
  /** The page goes away. */
  leaving(): void;
  /** A link to the page brought a question, which is to be written and not sent. */
  asked(question: string): void;
}

export class Surroundings {
  private unfollow = (): void => undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly told: Told,
  ) {}

  connect(): void {
    this.unfollow = followKeyboard(this.element);
    addEventListener("online", this.onNetwork);
    addEventListener("offline", this.onNetwork);
    addEventListener("pagehide", this.onLeave);
    addEventListener("hashchange", this.hash);
  }

  disconnect(): void {
    this.unfollow();
    removeEventListener("online", this.onNetwork);
    removeEventListener("offline", this.onNetwork);
    removeEventListener("pagehide", this.onLeave);
    removeEventListener("hashchange", this.hash);
  }

  /** Tell the question that the address brings, if it does. */
  readonly hash = (): void => {
    const question = asked();
    if (question) this.told.asked(question.slice(0, MAX_CHARACTERS));
  };

  private readonly onNetwork = (): void => this.told.network(navigator.onLine);

  private readonly onLeave = (): void => this.told.leaving();
}
