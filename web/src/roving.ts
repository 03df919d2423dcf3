/**
 * The log is one stop of the Tab key, however long it is. The arrows go from message to message;
 * from a message, Tab goes to what can be done with it, and then out.
 */

import { scroller } from "./scroll.js";

const CONTROLS = "a[href], button, summary";

export class Roving {
  private active: HTMLElement | undefined;
  private inside = false;

  constructor(private readonly root: ShadowRoot | HTMLElement) {
    const on = (name: string, act: (event: Event) => void): void => root.addEventListener(name, act);
    on("focusin", (event) => this.enter(event.target as HTMLElement));
    on("focusout", (event) => this.leave((event as FocusEvent).relatedTarget));
    on("keydown", (event) => this.key(event as KeyboardEvent));
  }

  /** Only what belongs to the message that is reached can be reached by Tab. */
  refresh(): void {
    const entries = this.entries();
    if (!this.active || !entries.includes(this.active)) this.active = entries.at(-1);
    for (const entry of entries) {
      const reached = this.inside && entry === this.active;
      for (const control of entry.querySelectorAll<HTMLElement>(CONTROLS)) {
        control.tabIndex = reached ? 0 : -1;
      }
    }
  }

  private get log(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(".log");
  }

  private entries(): HTMLElement[] {
    return [...(this.log?.querySelectorAll<HTMLElement>(".entry") ?? [])];
  }

  private enter(target: HTMLElement): void {
    this.inside = this.log?.contains(target) === true;
    this.active = target.closest<HTMLElement>(".entry") ?? (this.inside ? this.active : undefined);
    this.refresh();
  }

  private leave(to: EventTarget | null): void {
    if (to instanceof Node && this.log?.contains(to)) return;
    this.inside = false;
    this.refresh();
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!this.log?.contains(target)) return;
    const next = this.next(event.key, target.closest<HTMLElement>(".entry"));
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    const tall = next.offsetHeight > scroller(this.log).clientHeight;
    next.scrollIntoView({ block: tall ? "start" : "nearest" });
  }

  /** The message to go to; undefined where the key goes on to scroll a long one. */
  private next(key: string, from: HTMLElement | null): HTMLElement | undefined {
    const entries = this.entries();
    if (key === "Home") return entries[0];
    if (key === "End") return entries.at(-1);
    if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
    if (!from) return entries.at(-1);
    const down = key === "ArrowDown";
    if (this.goesOn(from, down)) return undefined;
    return entries[Math.max(0, entries.indexOf(from) + (down ? 1 : -1))];
  }

  private goesOn(entry: HTMLElement, down: boolean): boolean {
    const log = this.log;
    if (!log) return false;
    const seen = scroller(log).getBoundingClientRect();
    const box = entry.getBoundingClientRect();
    return down ? box.bottom > seen.bottom + 1 : box.top < seen.top - 1;
  }
}
