// The focus on the map, which is one stop for the Tab key. Arrows move it among the members, and another key
// among the ties of one member.
import type { Scene } from './scene.svelte';
import { CLIENT } from './view';
import { nearest } from './nearest';
import type { Zoom } from './zoom.svelte';

/** The elements that can have the focus. */
type Elements = {
  focusMember(id: string): void;
  focusTie(id: string): void;
  readonly focusedTie: string | null;
};

export class Focus {
  /** The member or client that has the focus, or had it last. */
  id = $state(CLIENT);
  readonly #scene: Pick<Scene, 'everybody' | 'ties'>;
  readonly #zoom: Pick<Zoom, 'include'>;
  readonly #elements: Elements;

  constructor(scene: Pick<Scene, 'everybody' | 'ties'>, zoom: Pick<Zoom, 'include'>, elements: Elements) {
    this.#scene = scene;
    this.#zoom = zoom;
    this.#elements = elements;
  }

  /** Gives the focus to a member or the client, and brings them into view. */
  to(id: string): void {
    this.id = id;
    const place = this.#scene.everybody.get(id);
    if (place) this.#zoom.include(place);
    this.#elements.focusMember(id);
  }

  /** Gives the focus of the page back to the member or client that had it last on the map. */
  back(): void {
    this.#elements.focusMember(this.id);
  }

  /** Returns the id of the next member in the direction of an arrow. */
  next(arrow: string): string {
    return nearest(this.#scene.everybody, this.id, arrow);
  }

  /** Gives the focus to the next tie of the member with the focus. Returns false if there is none. */
  followTies(): boolean {
    const own = this.#scene.ties.filter((tie) => tie.a === this.id || tie.b === this.id);
    const now = own.findIndex((tie) => tie.id === this.#elements.focusedTie);
    const next = own[(now + 1) % Math.max(1, own.length)];
    if (next) this.#elements.focusTie(next.id);
    return !!next;
  }

  /** The id at the other end of the tie that has the focus; empty while no tie has it. */
  get otherEnd(): string {
    const id = this.#elements.focusedTie;
    const tie = id && this.#scene.ties.find((one) => one.id === id);
    return tie ? (tie.a === this.id ? tie.b : tie.a) : '';
  }

  /** Moves the focus away from a member who is no longer drawn. */
  ensureDrawn(): void {
    const { everybody } = this.#scene;
    if (!everybody.has(this.id)) this.id = [...everybody.keys()][0] ?? CLIENT;
  }
}
