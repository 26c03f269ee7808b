import type { DealChange } from '../deal/deal';
import type { ChangeInput, FieldValue } from './request';

/** A deal's stored changes as the core takes them: each somewhere between `notBefore` and `at`. */
export function changeInputsOf(
  own: readonly DealChange[],
  nameOf: (name: string) => string,
): readonly ChangeInput[] {
  return own.flatMap(({ key, field, from, to, at, notBefore }): ChangeInput[] => {
    const named = field === 'nextStep' ? 'qualification.nextStep' : field;
    if (named !== 'owner' && named !== 'stage' && named !== 'outcome' && !named.startsWith('qualification.'))
      return [];
    const value = (side: FieldValue): FieldValue =>
      named === 'owner' && typeof side === 'string' && side !== '' ? nameOf(side) : side;
    const [a, b] = [Date.parse(notBefore), Date.parse(at)];
    return [
      {
        deal: key,
        field: named,
        from: value(from),
        to: value(to),
        at: { from: Math.min(a, b), to: Math.max(a, b) },
      },
    ];
  });
}
