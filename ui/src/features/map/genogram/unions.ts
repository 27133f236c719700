// Couples and single parents, put together from single lines by the children and partners that they share.
import type { Partnership } from '$generated/Partnership';
import type { Descent, Kin, Union } from './kin';

/** A line of descent from one parent to one child. */
export type Line = { parent: string; child: string; descent: Descent };

/** The kinds of descent that may be by blood, the surest first. */
export const BLOOD: Descent[] = ['birth', 'unsaid', 'unknown'];
const CHOSEN: Descent[] = ['adopted', 'foster', 'step'];

/**
 * The unions of a family that were found so far. A couple or a single parent is one union for all their
 * children.
 */
export class Unions {
  readonly all: Union[] = [];
  readonly #byPartners = new Map<string, Union>();

  constructor(readonly kin: Map<string, Kin>) {}

  of(partners: string[], more: Partial<Union> = {}): Union {
    const sorted = [...partners].sort();
    const key = sorted.join('+');
    const there = partners.length && !more.toOneOf ? this.#byPartners.get(key) : undefined;
    if (there) return there;
    const id = partners.length && !more.toOneOf ? key : `${key}#${this.all.length}`;
    const union: Union = {
      id,
      partners: sorted,
      partnership: null,
      children: [],
      toOneOf: false,
      among: [],
      depth: 1,
      ...more,
    };
    this.all.push(union);
    if (!more.toOneOf) this.#byPartners.set(key, union);
    return union;
  }

  /**
   * Adds a partnership. Two people who married each other twice are one couple, and the partnership that
   * lasts or that began last is drawn.
   */
  couple(a: string, b: string, partnership: Partnership): void {
    const union = this.of([a, b]);
    const weight = (one: Union['partnership']) =>
      one ? `${one.separated || one.divorced ? 0 : 1}${one.since ?? ''}` : '';
    if (weight(partnership) >= weight(union.partnership)) union.partnership = partnership;
  }

  partnersOf(id: string): string[] {
    return this.all
      .filter((union) => union.partners.length === 2 && union.partners.includes(id))
      .flatMap((union) => union.partners.filter((one) => one !== id));
  }

  /**
   * Joins lines of descent. The two parents of a child by birth are one union, and so are those who adopted
   * it.
   */
  descend(lines: Line[]): void {
    for (const [child, own] of groupBy(lines, (line) => line.child)) {
      const parents = own.map((line) => line.parent);
      for (const descents of [BLOOD, ...CHOSEN.map((descent) => [descent])]) {
        let left = descents.flatMap((descent) => own.filter((line) => line.descent === descent));
        left = left.filter(
          (line, index) => left.findIndex((other) => other.parent === line.parent) === index,
        );
        while (left[0]) {
          const pair = this.#pair(
            left.map((line) => line.parent),
            parents,
            descents === BLOOD,
          );
          const union = this.of(pair);
          if (!union.children.some((other) => other.id === child))
            union.children.push({ id: child, descent: left[0].descent });
          left = left.filter((line) => !pair.includes(line.parent));
        }
      }
    }
  }

  /**
   * Returns the parents among `left` who share a union: two partners, or else a woman and a man, or else any
   * two.
   */
  #pair(left: string[], parents: string[], blood: boolean): string[] {
    const [first = '', ...rest] = left;
    const partners = this.partnersOf(first);
    const gender = this.kin.get(first)?.gender;
    const other =
      rest.find((one) => partners.includes(one)) ??
      rest.find((one) => this.kin.get(one)?.gender !== gender) ??
      rest[0];
    if (other !== undefined) return [first, other];
    // A stepfather's line hangs on his union with the mother.
    const beside = blood ? undefined : parents.find((parent) => partners.includes(parent));
    return beside === undefined ? [first] : [first, beside];
  }
}

export function descentOf(kind: string | null): Descent {
  return [...BLOOD, ...CHOSEN].find((descent) => descent === kind) ?? 'unsaid';
}

function groupBy<T>(all: T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
