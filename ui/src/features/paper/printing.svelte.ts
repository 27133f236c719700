// The paper that is chosen, and what came of printing it.
import type { Paper } from '$generated/Paper';
import { Attempt } from '$shared/attempt.svelte';

export class Printing {
  paper = $state<Paper>('plan');
  readonly #attempt = new Attempt();
  /** The paper that was printed last, with its files. */
  #printed = $state.raw<{ paper: Paper; files: string[] }>({ paper: 'plan', files: [] });

  get busy(): boolean {
    return this.#attempt.busy;
  }

  /** The files of the chosen paper. Those of another paper do not show under it. */
  get files(): string[] {
    return this.#isShown ? this.#printed.files : [];
  }

  /** The reason why the chosen paper could not be printed, in words. */
  get problem(): string {
    return this.#isShown ? this.#attempt.problem : '';
  }

  /** Prints the chosen paper. Returns whether that succeeded. */
  async run(print: (paper: Paper) => Promise<string[]>): Promise<boolean> {
    const { paper } = this;
    this.#printed = { paper, files: [] };
    return this.#attempt.run(async () => {
      const files = await print(paper);
      this.#printed = { paper, files };
    });
  }

  get #isShown(): boolean {
    return this.#printed.paper === this.paper;
  }
}
