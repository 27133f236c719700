// Saves what is typed a moment after typing stops, and before long also while it goes on.

/** Milliseconds without typing after which words are saved. */
const PAUSE = 600;

/** The longest time in milliseconds that typed words wait for a pause. Words are durable after two seconds at most. */
const LONGEST = 1_200;

export class Autosave {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The time at which the first word was typed that waits; `null` if none waits. */
  #since: number | null = null;

  constructor(private readonly save: () => unknown) {}

  /** Saves soon. */
  typed(): void {
    const now = Date.now();
    this.#since ??= now;
    // A clock that was put back must not make anything wait.
    const left = Math.min(LONGEST, Math.max(0, this.#since + LONGEST - now));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.stop();
        this.save();
      },
      Math.min(PAUSE, left),
    );
  }

  /** Saves nothing any more, because the words are being saved or are no longer there. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#since = null;
  }
}
