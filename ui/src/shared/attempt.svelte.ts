// A command to Rust that a person gave, with its outcome on the screen.
import { explain } from '$shell/i18n.svelte';

/** Runs commands, and holds what the screen says about those since the last one began. Commands may overlap. */
export class Attempt {
  /** The reason why the last command failed, in words. */
  problem = $state('');
  /** The words about the last command that succeeded. */
  said = $state('');
  #running = $state(0);

  /** True while a command runs. */
  get busy(): boolean {
    return this.#running > 0;
  }

  /** Runs a command and then says `then`, which may depend on the answer. Returns whether the command succeeded. */
  async run<T>(command: () => Promise<T>, then: string | ((answer: T) => string) = ''): Promise<boolean> {
    [this.problem, this.said] = ['', ''];
    this.#running += 1;
    try {
      const answer = await command();
      this.said = typeof then === 'string' ? then : then(answer);
      return true;
    } catch (thrown) {
      this.problem = explain(thrown);
      return false;
    } finally {
      this.#running -= 1;
    }
  }
}
