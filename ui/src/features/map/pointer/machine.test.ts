import { afterEach, describe, expect, it, vi } from 'vitest';
import { finger, table } from './pointer.test-support';

afterEach(() => vi.unstubAllGlobals());

describe('a press on a member', () => {
  it('that trembles stays a press, and leaves the click to the browser', () => {
    const { machine, press, move, lift, paint, told } = table();
    press('Anna');
    move(604);
    paint();
    expect(machine.state).toBe('pressing');
    lift();
    expect(machine.state).toBe('idle');
    expect(told()).toEqual([]);
  });

  it('that moves further drags the member, draws once a frame and saves once', () => {
    const { machine, press, move, lift, paint, told } = table();
    press('Anna');
    move(610);
    move(620);
    expect(machine.state).toBe('dragging');
    paint();
    move(650);
    paint();
    expect(told()).toEqual(['move Anna 20 0', 'move Anna 50 0']);
    lift();
    paint();
    expect(told()).toEqual(['drop click', 'place Anna 50 0']);
  });

  it('does nothing with the second button of a mouse', () => {
    const { machine, press } = table();
    press('Anna', { button: 2 });
    expect(machine.state).toBe('idle');
  });

  it('does nothing while a task waits for a choice, so that the click makes the choice', () => {
    const { machine, board, press } = table();
    board.hasTask = true;
    press('Anna');
    expect(machine.state).toBe('idle');
  });

  it('does not see another pointer', () => {
    const { machine, press, move, lift } = table();
    press('Anna');
    move(700, { pointerId: 2 });
    lift({ pointerId: 2 });
    expect(machine.state).toBe('pressing');
  });
});

describe('a drag', () => {
  it('is put back by Escape, and the pointer that is still down does nothing more', () => {
    const { machine, press, move, lift, paint, told } = table();
    press('Anna');
    move(650);
    paint();
    machine.key('Enter');
    machine.key('Escape');
    expect(machine.state).toBe('idle');
    move(700);
    lift();
    paint();
    expect(told()).toEqual(['move Anna 50 0', 'drop click', 'put back Anna']);
  });

  it('is put back when the browser takes the pointer away', () => {
    const { machine, press, move, told } = table();
    press('Anna');
    move(650);
    machine.cancel({ ...finger(1), pointerId: 1 } as Parameters<typeof machine.cancel>[0]);
    expect(told()).toEqual(['drop click', 'put back Anna']);
  });

  it('is put back when the same mouse is pressed again, since its release was missed', () => {
    const { machine, press, move, told } = table();
    press('Anna');
    move(650);
    press('Bram');
    expect(machine.state).toBe('pressing');
    expect(told()).toEqual(['drop click', 'put back Anna']);
  });

  it('from the handle of a member draws a line, and ties the member to whoever is at its end', () => {
    const { machine, press, move, lift, paint, told } = table();
    press('handle of Anna');
    move(690);
    paint();
    expect(machine.state).toBe('tying');
    lift();
    expect(told()).toEqual(['line Anna {"x":690,"y":400}', 'drop click', 'line Anna null', 'tie Anna Bram']);
  });

  it('from the handle that ends on the member itself ties nobody', () => {
    const { press, move, lift, told } = table();
    press('handle of Anna');
    move(610);
    lift();
    expect(told().at(-1)).toBe('tie Anna ');
  });

  it('from the list brings somebody onto the map', () => {
    const { machine, press, move, lift, paint, told } = table();
    press('Cor in the list', { clientX: -50 });
    move(300);
    paint();
    expect(machine.state).toBe('bringing');
    lift();
    expect(told()).toEqual(['incoming {"x":300,"y":400}', 'drop click', 'incoming null', 'place Cor 350 0']);
  });

  it('from the list that ends beside the map brings nobody', () => {
    const { press, move, lift, told } = table();
    press('Cor in the list', { clientX: -50 });
    move(-20);
    lift();
    expect(told()).toEqual(['drop click', 'incoming null']);
  });
});

describe('a press on the ground', () => {
  it('moves the view at once', () => {
    const { machine, press, move, lift, told } = table();
    press('ground');
    expect(machine.state).toBe('panning');
    move(601);
    lift();
    expect(machine.state).toBe('idle');
    expect(told()).toEqual(['hold 1 600 400', 'drag 1 601 400', 'release 1']);
  });

  it('is not stopped by Escape, which has nothing to put back', () => {
    const { machine, press } = table();
    press('ground');
    machine.key('Escape');
    expect(machine.state).toBe('panning');
  });

  it('with Shift, or while several are chosen, chooses everybody in a rectangle', () => {
    for (const several of [false, true]) {
      const { machine, board, press, move, lift, paint, told } = table();
      board.choosesSeveral = several;
      press('ground', { shiftKey: !several, clientX: 500 });
      move(800);
      paint();
      expect(machine.state).toBe('banding');
      lift();
      expect(told()).toEqual(['band [500,800]', 'drop click', 'band null', 'choose Anna+Bram']);
    }
  });

  it('with Shift that does not move chooses nobody', () => {
    const { press, lift, told } = table();
    press('ground', { shiftKey: true });
    lift();
    expect(told()).toEqual([]);
  });

  it('moves the view while a task waits for a choice', () => {
    const { machine, board, press } = table();
    board.hasTask = true;
    press('ground', { shiftKey: true });
    expect(machine.state).toBe('panning');
  });

  it('forgets that the view was moved before, so that its click counts', () => {
    for (const where of ['ground', 'Anna', 'client'] as const) {
      const { board, press } = table();
      board.ground.moved = true;
      press(where);
      expect(board.ground.moved, where).toBe(false);
    }
  });
});

describe('two fingers', () => {
  it('pinch wherever they are put down, and put back what the first one dragged', () => {
    const { machine, press, move, told } = table();
    press('Anna', finger(1));
    move(650, finger(1, 650));
    press('Bram', finger(2, 700));
    expect(machine.state).toBe('pinching');
    move(500, finger(1, 500));
    move(800, finger(2, 800));
    expect(told()).toEqual([
      'drop click',
      'put back Anna',
      'hold 11 650 400',
      'hold 12 700 400',
      'drag 11 500 400',
      'drag 12 800 400',
    ]);
  });

  it('leave one that goes on moving the view from where it is', () => {
    const { machine, press, move, lift, told } = table();
    press('ground', finger(1));
    press('ground', finger(2, 700));
    move(800, finger(2, 800));
    told();
    lift(finger(1));
    expect(machine.state).toBe('panning');
    move(810, finger(2, 810));
    lift(finger(2));
    expect(told()).toEqual(['release 11', 'hold 12 800 400', 'drag 12 810 400', 'release 12']);
    expect(machine.state).toBe('idle');
  });

  it('pinch with a third as long as two of them are down', () => {
    const { machine, press, lift } = table();
    for (const nth of [1, 2, 3]) press('client', finger(nth));
    lift(finger(1));
    expect(machine.state).toBe('pinching');
    lift(finger(3));
    expect(machine.state).toBe('panning');
  });

  it('of which the first one lies in the list move the view with the second alone', () => {
    const { machine, press, move, told } = table();
    press('Cor in the list', { ...finger(1), clientX: -50 });
    move(300, finger(1, 300));
    press('ground', finger(2, 700));
    expect(machine.state).toBe('panning');
    expect(told()).toEqual(['drop click', 'incoming null', 'hold 12 700 400']);
  });

  it('do not wait for a finger whose lifting was missed', () => {
    const { machine, press, lift, told } = table();
    press('ground', finger(1));
    press('ground', { ...finger(1), pointerId: 21 });
    press('ground', { ...finger(2), pointerId: 22 });
    lift({ ...finger(1), pointerId: 21 });
    lift({ ...finger(2), pointerId: 22 });
    expect(machine.state).toBe('idle');
    expect(told().filter((line) => line === 'release 11')).toHaveLength(1);
  });

  it('that the browser takes away leave the map as it is', () => {
    const { machine, press } = table();
    press('ground', finger(1));
    press('ground', finger(2));
    for (const nth of [1, 2]) machine.cancel(finger(nth) as Parameters<typeof machine.cancel>[0]);
    expect(machine.state).toBe('idle');
  });
});
