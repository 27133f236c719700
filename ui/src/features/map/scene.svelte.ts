// The network as one view draws it: the members in their places and the ties between them.
import type { DossierView } from '$generated/DossierView';
import type { Position } from '$generated/Position';
import type { Member } from '$shared/member';
import { type DrawnTie, drawnTies } from './drawn-tie';
import type { Drawing } from './genogram/genogram';
import type { MapSettings } from './map-settings.svelte';
import { type Places, byId, carriedLines, placesOf, placesOfShown, withClient } from './places';
import { CLIENT, type View } from './view';

/** The network that the map draws, and the way to draw it. The fields change while the map is open. */
export type Given = {
  readonly view: DossierView;
  /** All members of the network. A filter hides members and moves nobody. */
  readonly all: Member[];
  readonly kind: View;
  readonly settings: MapSettings;
};

export class Scene {
  readonly given: Given;
  /** The number of times that everybody without a place by hand was laid out anew. */
  #tidied = $state(0);
  /** The last places in each view, from which the next ones differ as little as possible. */
  readonly #remembered: Partial<Record<View, Map<string, Position>>> = {};
  readonly #places: Places = $derived.by(() => {
    void this.#tidied;
    const { view, all, kind } = this.given;
    const found = placesOf(view, all, kind, this.#remembered[kind]);
    this.#remembered[kind] = found.places;
    return found;
  });
  /** The lines of the genogram while somebody is dragged. They are few, and are drawn anew as a whole. */
  #bent = $state.raw<Drawing | null>(null);

  readonly byId = $derived.by(() => byId(this.given.all));
  /** The members that are drawn, in the order in which they are read. */
  readonly shown = $derived.by(() =>
    this.given.all.filter(
      (member) => this.#places.places.has(member.id) && this.given.settings.shows(member),
    ),
  );
  /** The members without a place in this view: those without a ring, or outside the family. */
  readonly waiting = $derived.by(() => {
    const { all, kind, settings } = this.given;
    const leavesOut = kind === 'circle' || kind === 'genogram';
    return leavesOut
      ? all.filter((member) => !this.#places.places.has(member.id) && settings.shows(member))
      : [];
  });
  readonly withClient = $derived.by(() => this.given.kind !== 'sociogram' || this.given.settings.withClient);
  /** The places of the members that are drawn. */
  readonly members = $derived.by(() => placesOfShown(this.shown, this.#places.places));
  /** The places of the client and of the members that are drawn. */
  readonly everybody = $derived.by(() =>
    this.withClient ? withClient(this.members, this.client) : this.members,
  );
  readonly ties: DrawnTie[] = $derived.by(() => {
    const { view, kind } = this.given;
    return this.genogram ? [] : drawnTies(view, this.shown, kind, this.withClient);
  });

  constructor(given: Given) {
    this.given = given;
  }

  /** The place of the client. */
  get client(): Position {
    return this.#places.client;
  }

  /** The radius of a mark. */
  get mark(): number {
    return this.#places.mark;
  }

  get genogram(): Places['genogram'] {
    return this.#places.genogram;
  }

  /** The lines of the genogram, bent towards members who are being dragged. */
  get familyLines(): Drawing | null {
    return this.#bent ?? this.genogram?.drawing ?? null;
  }

  /** Returns the place of a member who has one in this view, shown or not. */
  placeOf(id: string): Position | undefined {
    return this.#places.places.get(id);
  }

  /** Returns the name of a member or of the client, as the map shows it. */
  nameOf(id: string): string {
    const { settings, view } = this.given;
    if (id === CLIENT) return settings.client(view.profile);
    const member = this.byId.get(id);
    return member ? settings.name(member) : '';
  }

  /**
   * Draws the lines of the genogram with some members this far from their places. Does nothing in other
   * views.
   */
  bend(ids: string[], by: Position): void {
    if (this.genogram) this.#bent = carriedLines(this.given.view, this.genogram, this.everybody, ids, by);
  }

  unbend(): void {
    this.#bent = null;
  }

  /** Lays out anew everybody who was not placed by hand. */
  tidy(): void {
    delete this.#remembered[this.given.kind];
    this.#tidied += 1;
  }
}
