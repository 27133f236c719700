// The keys of the map, and the command that each gives.
import type { Position } from '$generated/Position';
import { isArrow } from './nearest';

export type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export type Command =
  /** Moves the focus in the direction of an arrow. */
  | { do: 'walk'; arrow: string }
  /** Opens or chooses the member with the focus. If `adding`, it is added to those who are chosen already. */
  | { do: 'open'; adding: boolean }
  | { do: 'begin'; task: 'tie' | 'move' }
  /** Moves the member who is being moved by a small distance. */
  | { do: 'nudge'; by: Position }
  | { do: 'zoom'; by: number }
  | {
      do:
        'add tied' | 'choose all' | 'put down' | 'cancel' | 'remove' | 'follow ties' | 'fit' | 'show chosen';
    };

const STEP = 20;
const LONG_STEP = 60;

/**
 * Returns the command of a key, or `null` if the map has no such key. If `moving`, the arrows move somebody
 * now.
 */
export function commandOf(key: Key, moving: boolean): Command | null {
  const name = key.key.toLowerCase();
  if (key.ctrlKey || key.metaKey)
    return isArrow(key.key) ? { do: 'add tied' } : name === 'a' ? { do: 'choose all' } : null;
  if (key.altKey) return null;
  if (isArrow(key.key)) return moving ? { do: 'nudge', by: nudge(key) } : { do: 'walk', arrow: key.key };
  switch (name) {
    case 'enter':
      return moving ? { do: 'put down' } : { do: 'open', adding: key.shiftKey };
    case ' ':
      return { do: 'open', adding: key.shiftKey };
    case 'escape':
      return { do: 'cancel' };
    case 'delete':
    case 'backspace':
      return { do: 'remove' };
    case 't':
      return { do: 'begin', task: 'tie' };
    case 'm':
      return { do: 'begin', task: 'move' };
    case 'b':
      return { do: 'follow ties' };
    case '+':
    case '=':
      return { do: 'zoom', by: 1.25 };
    case '-':
      return { do: 'zoom', by: 0.8 };
    default:
      return digit(key);
  }
}

/** Reads a digit by its key, because Shift with a digit gives another sign on each keyboard. */
function digit({ shiftKey, code }: Key): Command | null {
  if (!shiftKey) return null;
  return code === 'Digit1' ? { do: 'fit' } : code === 'Digit2' ? { do: 'show chosen' } : null;
}

function nudge({ key, shiftKey }: Key): Position {
  const step = shiftKey ? LONG_STEP : STEP;
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  return key === 'ArrowRight' || key === 'ArrowLeft' ? { x: sign * step, y: 0 } : { x: 0, y: sign * step };
}
