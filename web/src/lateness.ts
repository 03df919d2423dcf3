/** An answer that takes its time is said to be on its way. */

/** From when on it is said. */
const LATE_MS = 1_200;

export class Lateness {
  /** What is said of it, or "". */
  told = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly sentence: () => string,
    private readonly changed: () => void,
  ) {}

  /** Whether an answer is being written, each time that this may have changed. */
  follow(answering: boolean): void {
    if (answering) {
      this.timer ??= setTimeout(() => {
        this.told = this.sentence();
        this.changed();
      }, LATE_MS);
      return;
    }
    clearTimeout(this.timer);
    this.timer = undefined;
    this.told = "";
  }
}
