/** The element, as what serves it sees it. */

import type { Lang } from "./protocol.js";

export interface Host extends HTMLElement {
  /** Whether the conversation is in view. */
  readonly visible: boolean;
  readonly inline: boolean;
  readonly exitUrl: string;
  readonly language: Lang;
  requestUpdate(): void;
  readonly updateComplete: Promise<boolean>;
  /** Put the focus on what `selector` finds in the shadow. */
  focusOn(selector: string): void;
  hide(): void;
  /** Tell the page that something happened: its name, never a text. */
  notify(event: "error"): void;
}
