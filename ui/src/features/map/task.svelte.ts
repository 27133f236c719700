// The task that waits for a choice on the map: a tie is drawn or somebody is moved without dragging.
import type { Position } from '$generated/Position';

export type TaskKind = 'tie' | 'move';

export class Task {
  kind = $state<TaskKind | null>(null);
  /** The member that the task is about. */
  from = $state('');
  /** The place that the arrow keys have reached, while somebody is moved. */
  spot = $state<Position | null>(null);

  /** Begins a task with a member, who is at `place` now. */
  begin(kind: TaskKind, from: string, place: Position): void {
    this.kind = kind;
    this.from = from;
    this.spot = kind === 'move' ? place : null;
  }

  nudge(by: Position): void {
    if (this.spot) this.spot = { x: this.spot.x + by.x, y: this.spot.y + by.y };
  }

  end(): void {
    this.kind = null;
    this.from = '';
    this.spot = null;
  }
}
