/**
 * Leaving at once, after GOV.UK's "Exit this page": a button, or Shift three times within five
 * seconds. The page is covered first, then wiped, then replaced.
 */

const PRESSES = 3;
const WITHIN_MS = 5_000;

/** Whom the exit serves. */
export interface Leaver {
  /** Whether the Shift key leaves: not on a page where nobody opened the assistant. */
  active(): boolean;
  url(): string;
  /** What the cover says to a screen reader. */
  leaving(): string;
  wipe(): void;
  /** Presses so far: 0 after the exit lapsed or another key was used. */
  progress(presses: number): void;
  /** The browser shows the page again from its cache. */
  returned(): void;
}

export class QuickExit {
  private presses = 0;
  private combined = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private cover: HTMLElement | undefined;
  private title = "";

  constructor(private readonly leaver: Leaver) {}

  connect(): void {
    document.addEventListener("keydown", this.onKeyDown, true);
    document.addEventListener("keyup", this.onKeyUp, true);
    window.addEventListener("pageshow", this.onPageShow);
  }

  disconnect(): void {
    document.removeEventListener("keydown", this.onKeyDown, true);
    document.removeEventListener("keyup", this.onKeyUp, true);
    window.removeEventListener("pageshow", this.onPageShow);
  }

  leave(): void {
    this.hide();
    this.count(0);
    try {
      this.leaver.wipe();
    } finally {
      location.replace(this.leaver.url()); // replaced, so that Back does not come here
    }
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Shift") {
      if (!event.repeat) this.combined = false;
      return;
    }
    this.combined = true; // a capital letter is being typed
    if (this.presses > 0) this.count(0);
  };

  private readonly onKeyUp = (event: KeyboardEvent): void => {
    if (event.key !== "Shift" || this.combined || !this.leaver.active()) return;
    if (this.presses + 1 >= PRESSES) this.leave();
    else this.count(this.presses + 1);
  };

  /** A page kept by the browser must not show again what was wiped from another one. */
  private readonly onPageShow = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    this.leaver.returned();
    if (!this.cover) return;
    this.cover.remove();
    this.cover = undefined;
    document.title = this.title;
  };

  private count(presses: number): void {
    const before = this.presses;
    this.presses = presses;
    clearTimeout(this.timer);
    if (presses) this.timer = setTimeout(() => this.count(0), WITHIN_MS);
    if (before !== presses) this.leaver.progress(presses);
  }

  private hide(): void {
    const cover = document.createElement("div");
    cover.setAttribute("role", "alert");
    const root = cover.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(COVER);
    root.adoptedStyleSheets = [sheet];
    document.documentElement.append(cover);
    root.append(this.leaver.leaving());
    cover.popover = "manual"; // above any dialog of the page, where the browser can
    cover.showPopover?.();
    this.cover = cover;
    this.title = document.title;
    document.title = "\u00a0";
  }
}

const COVER = `:host {
  all: initial; display: block; position: fixed; inset: 0; z-index: 2147483647; margin: 0;
  border: 0; width: 100vw; height: 100vh; max-width: none; max-height: none;
  background: #fff; color: #fff; font-size: 1px; cursor: wait;
}`;
