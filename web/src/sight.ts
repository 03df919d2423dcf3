/** What must be in view stays so: the last exchange, a trouble, all that is being written. */

import type { LinkState } from "./link.js";
import { reveal } from "./scroll.js";

export class Sight {
  private shown = 0;
  private troubled = false;
  private framed: Element | undefined;
  /** The last exchange stays in view when a keyboard or a turn of the phone takes room. */
  private readonly resized = new ResizeObserver(() => {
    const { log } = this;
    if (log) reveal(log);
  });

  constructor(private readonly root: () => ParentNode) {}

  /** After the panel was drawn, with so many entries; false when there is none to see. */
  keep(entries: number, state: LinkState, opened: boolean): boolean {
    this.frame();
    const { log } = this;
    if (!log) return false;
    const troubled = state === "down" || state === "refused";
    if (entries !== this.shown || opened) reveal(log);
    if (troubled && !this.troubled) log.querySelector(".down")?.scrollIntoView({ block: "nearest" });
    this.shown = entries;
    this.troubled = troubled;
    this.grow();
    return true;
  }

  /** The element left the page. */
  stop(): void {
    this.resized.disconnect();
    this.framed = undefined;
  }

  private get log(): HTMLElement | null {
    return this.root().querySelector<HTMLElement>(".log");
  }

  private frame(): void {
    const frame = this.root().querySelector(".frame") ?? undefined;
    if (frame === this.framed) return;
    this.resized.disconnect();
    if (frame) this.resized.observe(frame);
    this.framed = frame;
  }

  /** Browsers without field-sizing: the field grows with its text. */
  private grow(): void {
    if (CSS.supports("field-sizing", "content")) return;
    const field = this.root().querySelector<HTMLElement>("#question");
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }
}
