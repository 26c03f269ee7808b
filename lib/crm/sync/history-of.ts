import type { StatedChange, StatedHistory } from '../../deal/deal';

/** One step of a value's life; amounts as plain decimals. */
export interface Step {
  readonly at: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** For a step that is not understood: it links to nothing, so that the life it is in is not whole. */
export const brokenStep: Step = { at: '1970-01-01T00:00:00.000Z', from: '\u0000', to: '\u0001' };

/** The life of one field as an interface tells it. */
export interface Track {
  readonly field: StatedHistory['fields'][number];
  /** Oldest first; of one instant, in the order in which they happened. */
  readonly steps: readonly Step[];
  /** The value now; `undefined`: not known, and then the life cannot be checked against it. */
  readonly now: string | null | undefined;
  /** What amounts are counted in. */
  readonly currency?: string | undefined;
  /** True where the interface keeps this field's life in any case: then a life without steps tells that there was none. */
  readonly isKept?: boolean;
}

/**
 * A history of those fields whose life is whole: every step begins where the one before has ended, and the last ends on
 * the value of now. A gap would pass for a change that never was, so a field with one is left out; its changes stay
 * what has been seen of them.
 *
 * @returns `undefined` where no field's life is whole.
 */
export function historyOf(tracks: readonly Track[], until: string): StatedHistory | undefined {
  const whole = tracks.flatMap((track) => {
    const steps = track.steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
    return isWhole({ ...track, steps }) ? [{ ...track, steps }] : [];
  });
  if (whole.length === 0) return undefined;
  const changes = whole.flatMap((track) => track.steps.flatMap((step) => changeOf(track, step)));
  return { fields: whole.map(({ field }) => field), until, changes: changes.toSorted(byTime) };
}

/** Steps between the values that a field had from certain instants on, oldest first. The first is no change. */
export function stepsOf(versions: readonly { readonly at: string; readonly value: string | null }[]): Step[] {
  return versions.flatMap(({ at, value }, nth) => {
    const before = versions[nth - 1];
    return before === undefined ? [] : [{ at, from: before.value, to: value }];
  });
}

/** Whether two decimals are one amount: interfaces write them with and without trailing zeros. */
export function isSameDecimal(a: string | null, b: string | null): boolean {
  const trim = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
  return a === null || b === null ? a === b : trim(a) === trim(b);
}

function isWhole({ field, steps, now, isKept }: Track): boolean {
  if (steps.length === 0) return isKept === true;
  const isSame = field === 'amount' ? isSameDecimal : (a: string | null, b: string | null) => a === b;
  const isLinked = steps.every(({ from }, nth) => nth === 0 || isSame(steps[nth - 1]?.to ?? null, from));
  return isLinked && (now === undefined || isSame(steps.at(-1)?.to ?? null, now));
}

function changeOf({ field, currency }: Track, { at, from, to }: Step): StatedChange[] {
  if (field !== 'amount') return from === to ? [] : [{ field, from, to, at }];
  if (isSameDecimal(from, to)) return [];
  const amount = (decimal: string | null) =>
    decimal === null ? null : { decimal, ...(currency === undefined ? {} : { currency }) };
  return [{ field, from: amount(from), to: amount(to), at }];
}

function byTime(a: StatedChange, b: StatedChange): number {
  return Date.parse(a.at) - Date.parse(b.at);
}
