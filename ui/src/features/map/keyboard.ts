// The keyboard on the map: finds the command of a key and does it.
import type { Member } from '$shared/member';
import type { Actions, Parts } from './actions';
import { type Command, commandOf } from './keys';

export class Keyboard {
  constructor(
    private readonly parts: Parts,
    private readonly actions: Actions,
    /** Adds a person with a tie to a member. */
    private readonly onadd: (tiedTo: Member) => void,
  ) {}

  /** Runs the command of a key. A key that the map does not use goes on to the page. */
  press(event: KeyboardEvent): void {
    const command = commandOf(event, this.parts.task.kind === 'move');
    if (command && this.#run(command)) event.preventDefault();
  }

  /** Returns whether the command was for the map. */
  #run(command: Command): boolean {
    const { actions } = this;
    const { focus, selection, task, scene, zoom } = this.parts;
    switch (command.do) {
      case 'add tied': {
        const member = scene.byId.get(focus.id);
        if (member) this.onadd(member);
        return !!member;
      }
      case 'choose all':
        actions.chooseAll();
        break;
      case 'nudge':
        actions.nudge(command.by);
        break;
      case 'put down': {
        const [id, spot] = [task.from, task.spot];
        if (spot) void actions.putDown(spot).then(() => focus.to(id));
        break;
      }
      case 'walk':
        focus.to(focus.next(command.arrow));
        break;
      case 'open': {
        const other = focus.otherEnd;
        if (other) focus.to(other);
        else actions.open(focus.id, command.adding);
        break;
      }
      case 'cancel':
        if (focus.otherEnd) focus.to(focus.id);
        else actions.cancel();
        break;
      case 'remove':
        void actions.remove(selection.meant(focus.id));
        break;
      case 'begin':
        actions.begin(command.task, focus.id);
        break;
      case 'follow ties':
        actions.followTies();
        break;
      case 'zoom':
        zoom.by(command.by);
        break;
      case 'fit':
        actions.fit();
        break;
      case 'show chosen':
        actions.showChosen();
        break;
    }
    return true;
  }
}
