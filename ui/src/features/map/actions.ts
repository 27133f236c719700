// The actions of a coach on the map, by pointer, by keys or by button.
import type { Position } from '$generated/Position';
import type { OpenDossier } from '$shell/open-dossier.svelte';
import { t } from '$shell/i18n.svelte';
import { windowSpace } from '$shell/window-space';
import { called, meaning } from './circle';
import { group, letGo, place, remove, tie } from './draw';
import type { DrawnTie } from './drawn-tie';
import type { Focus } from './focus.svelte';
import type { Scene } from './scene.svelte';
import type { Selection } from './selection.svelte';
import type { Task, TaskKind } from './task.svelte';
import { CLIENT, MIDDLE, SIZE } from './view';
import type { Zoom } from './zoom.svelte';

/** The parts of the map that actions change. */
export type Parts = {
  dossier: OpenDossier;
  scene: Scene;
  zoom: Zoom;
  selection: Selection;
  task: Task;
  focus: Focus;
};

export class Actions {
  readonly #dossier: OpenDossier;
  readonly #scene: Scene;
  readonly #zoom: Zoom;
  readonly #selection: Selection;
  readonly #task: Task;
  readonly #focus: Focus;

  constructor({ dossier, scene, zoom, selection, task, focus }: Parts) {
    this.#dossier = dossier;
    [this.#scene, this.#zoom, this.#selection] = [scene, zoom, selection];
    [this.#task, this.#focus] = [task, focus];
  }

  /** Opens or chooses a member or the client. While a tie is being drawn, ends the tie there. */
  open(id: string, adding = false): void {
    if (this.#task.kind === 'tie') return void this.tie(this.#task.from, id);
    // A member in the list beside the map cannot have the focus on the map.
    if (this.#scene.everybody.has(id)) this.#focus.id = id;
    if ((adding || this.#selection.several) && id !== CLIENT) this.#selection.toggle(id);
    else this.#selection.open(id === CLIENT ? '' : id);
  }

  /** Opens a tie in the panel of one of its ends. */
  openTie({ a, b }: DrawnTie): void {
    this.#selection.open(a === CLIENT ? b : a);
  }

  chooseAll(): void {
    this.#selection.choose(this.#scene.shown.map((member) => member.id));
  }

  /** Begins a task that a later choice on the map ends, so that nobody has to drag. */
  begin(kind: TaskKind, from: string): void {
    const member = this.#scene.byId.get(from);
    if (!member) return;
    this.#task.begin(kind, from, this.#scene.placeOf(from) ?? MIDDLE);
    // On a small screen the panel covers the members among whom the coach chooses now.
    if (windowSpace.isLittle) this.#dossier.selected = '';
    this.#dossier.announcement = t(kind === 'tie' ? 'draw-tie-choose' : 'move-choose', {
      name: this.#scene.given.settings.name(member),
    });
    if (kind === 'move') this.#focus.back();
  }

  /** Moves the spot of the member who is being moved, and says its ring and quarter. */
  nudge(by: Position): void {
    this.#task.nudge(by);
    const { kind, view } = this.#scene.given;
    if (kind !== 'circle' || !this.#task.spot) return;
    const { ring, sector } = meaning(this.#task.spot);
    this.#dossier.announcement = `${called(view.profile, 'ring', ring)}, ${called(view.profile, 'sector', sector)}`;
  }

  /** Ends the task to move somebody, and saves the place. */
  async putDown(at: Position): Promise<void> {
    const id = this.#task.from;
    const start = this.#scene.placeOf(id) ?? at;
    this.#task.end();
    await this.place(id, { x: at.x - start.x, y: at.y - start.y }, at);
  }

  /** Gives the focus to the next tie of the member with the focus. */
  followTies(): void {
    if (this.#focus.followTies()) return;
    this.#dossier.announcement = t('said-no-ties', { name: this.#scene.nameOf(this.#focus.id) });
  }

  /** Ends the task or, if there is none, the choice of several. */
  cancel(): void {
    if (this.#task.kind) this.#dossier.announcement = t('said-stopped');
    else this.#selection.clear();
    this.#task.end();
  }

  async tie(from: string, to: string): Promise<void> {
    this.#task.end();
    await tie(this.#dossier, this.#scene.given.view, this.#scene.byId.get(from), this.#scene.byId.get(to));
  }

  /**
   * Saves new places. Members on the map move by the distance `by`, and a member of the list comes to the
   * point `at`.
   */
  async place(id: string, by: Position, at: Position): Promise<void> {
    const moves = this.#selection.meant(id).flatMap((one) => {
      const member = this.#scene.byId.get(one);
      const start = this.#scene.placeOf(one);
      return member ? [{ member, point: start ? { x: start.x + by.x, y: start.y + by.y } : at }] : [];
    });
    await place(this.#dossier, this.#scene.given.view, this.#scene.given.kind, moves);
    this.#scene.unbend();
  }

  async remove(ids: string[]): Promise<void> {
    const gone = this.#members(ids);
    const next = this.#focus.next('ArrowLeft');
    if (!gone.length || !(await remove(this.#dossier, gone))) return;
    this.#selection.clear();
    this.#focus.to(ids.includes(next) ? CLIENT : next);
  }

  /**
   * Puts the chosen members in a group. Without a name, takes them out of their group. Returns whether that was saved.
   */
  group(name: string): Promise<boolean> {
    return group(this.#dossier, this.#members(this.#selection.ids), name);
  }

  /** Removes the places of the chosen members, so that the layout finds better places for them. */
  letGo(): void {
    void letGo(this.#dossier, this.#members(this.#selection.ids), this.#scene.given.kind);
  }

  tidy(): void {
    this.#scene.tidy();
    this.#dossier.announcement = t('said-tidied');
  }

  /** Shows everybody as large as possible, because people may read the map from the other side of a table. */
  fit(): void {
    this.#zoom.byHand = false;
    const corners = [
      { x: 0, y: 0 },
      { x: SIZE.width, y: SIZE.height },
    ];
    this.#zoom.show(
      this.#scene.given.kind === 'circle' ? corners : [...this.#scene.everybody.values()],
      110,
      1.6,
    );
  }

  /** Shows the members who are chosen, or the one who has the focus. */
  showChosen(): void {
    this.#zoom.byHand = true;
    this.#zoom.show(
      this.#selection.meant(this.#focus.id).flatMap((id) => this.#scene.everybody.get(id) ?? []),
      160,
      3,
    );
  }

  #members(ids: string[]) {
    return ids.flatMap((id) => this.#scene.byId.get(id) ?? []);
  }
}
