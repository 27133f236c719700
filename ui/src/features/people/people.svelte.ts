// The state of two screens about working together: the people, and the outcome of the last command.
import { api } from '$shell/api';
import type { People } from '$generated/People';
import { answerTo } from '$shared/answer.svelte';
import { Attempt } from '$shared/attempt.svelte';

/** The people with whom a coach works, read again after each command. A component creates it. */
export class PeopleState {
  readonly #answer = answerTo(api.people, (topic) => topic.topic === 'people');
  readonly #attempt = new Attempt();

  get people(): People | null {
    return this.#answer.value;
  }

  get problem(): string {
    return this.#attempt.problem || this.#answer.problem;
  }

  get said(): string {
    return this.#attempt.said;
  }

  /** Says that a command of another component succeeded, and reads the people again. */
  say(what: string): void {
    this.#attempt.said = what;
    this.refresh();
  }

  readonly refresh = this.#answer.askAgain;

  /** Runs a command and reads the people again. Says `then` if the command succeeded. */
  async run(command: () => Promise<unknown>, then = ''): Promise<void> {
    await this.#attempt.run(command, then);
    this.refresh();
  }
}
