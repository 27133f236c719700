// The letters on the map: how large they are, and which names have room.
import type { Member } from '$shared/member';
import { type Box, drawnBoxes, fitting } from './labels';
import type { Scene } from './scene.svelte';
import { SIZE } from './view';
import type { Zoom } from './zoom.svelte';

/** The members whose names come first if there is no room for all. */
type First = { has(id: string): boolean };

export class Lettering {
  /** The width and height of the map on the screen, in pixels. */
  across = $state(SIZE.width);
  high = $state(SIZE.height);
  readonly #scene: Scene;
  readonly #zoom: Zoom;
  readonly #first: First;

  /** The pixels on the screen for one unit of the map. */
  readonly shrunk = $derived.by(
    () => Math.min(this.high / SIZE.height, this.across / SIZE.width) * this.#zoom.scale,
  );
  readonly nameSize = $derived.by(() => {
    const { kind } = this.#scene.given;
    const share = kind === 'circle' ? 0.74 : 0.61;
    return this.letters(this.#scene.mark * share, kind === 'circle' || kind === 'genogram' ? 14 : 16);
  });
  /** The ids of the members whose names are written. */
  readonly named = $derived.by(() => {
    const rank = (id: string) => (this.#first.has(id) ? 0 : 1);
    const order = [...this.#scene.shown].sort((a, b) => rank(a.id) - rank(b.id) || b.ties - a.ties);
    return fitting(this.#written(order), this.#scene.members, this.#scene.mark, this.nameSize);
  });
  /** The parts of the map that marks and names cover. */
  readonly drawn: Box[] = $derived.by(() =>
    drawnBoxes(
      this.#written(this.#scene.shown),
      this.named,
      this.#scene.members,
      this.#scene.mark,
      this.nameSize,
    ),
  );

  constructor(scene: Scene, zoom: Zoom, first: First) {
    this.#scene = scene;
    this.#zoom = zoom;
    this.#first = first;
  }

  /** Returns a size of letters in the map's measure that is at least `least` pixels on the screen. */
  letters(size: number, least: number): number {
    return Math.max(size, (least * this.#scene.given.settings.size) / this.shrunk);
  }

  #written(some: Member[]): { id: string; name: string }[] {
    return some.map((member) => ({ id: member.id, name: this.#scene.given.settings.name(member) }));
  }
}
