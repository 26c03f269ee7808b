import { compareInstants } from '../../calendar/compare-instants';
import { daysBetween } from '../../calendar/days-between';
import type { Deal, DealChange } from '../../deal/deal';
import { isSameUnit } from '../../deal/is-same-unit';
import { hygieneFields, hygieneOf, type HygieneField } from './hygiene-of';
import { stuckFlag } from './stuck-flag';

/** One thing that speaks against a deal closing as it says. */
export type RiskFlag =
  | { readonly field: HygieneField; readonly kind: 'missing' | 'zero' }
  /** `n` days over. */
  | { readonly field: 'closeOn' | 'nextStep'; readonly kind: 'overdue'; readonly n: number }
  /** The last change of the amount took this share (0..1) off it. */
  | { readonly field: 'amount'; readonly kind: 'cut'; readonly n: number }
  /** The close date was moved later `n` times. */
  | { readonly field: 'closeOn'; readonly kind: 'slipped'; readonly n: number }
  /** In its stage for `n` days, longer than nine of ten deals that were won. */
  | { readonly field: 'stage'; readonly kind: 'stuck'; readonly n: number };

export interface RiskContext {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Days within which nine of ten won deals had left this deal's stage; `undefined`: too few to say. */
  readonly usualStayDays: number | undefined;
}

/** A date that was moved once says little: most are. No part in a forecast. */
const leastSlips = 2;

/**
 * What speaks against an open deal, by exactly its amount, close date, stage, category and next step, in this order.
 *
 * @param changes The deal's kept changes, in any order.
 */
export function riskFlags(
  deal: Deal,
  changes: readonly DealChange[],
  { today, usualStayDays }: RiskContext,
): readonly RiskFlag[] {
  const hygiene = hygieneOf(deal, today);
  return hygieneFields.flatMap((field): RiskFlag[] => {
    const state = hygiene[field];
    if (state === 'missing' || state === 'zero') return [{ field, kind: state }];
    const flags: RiskFlag[] = [];
    if (state === 'overdue' && (field === 'closeOn' || field === 'nextStep')) {
      const due = field === 'closeOn' ? deal.closeOn : deal.nextStepOn;
      flags.push({ field, kind: 'overdue', n: daysBetween(due ?? today, today) });
    }
    if (field === 'amount') flags.push(...cutOf(changes));
    if (field === 'closeOn') flags.push(...slipsOf(changes));
    if (field === 'stage') flags.push(...stuckFlag(deal, { today, usualStayDays }));
    return flags;
  });
}

function cutOf(changes: readonly DealChange[]): RiskFlag[] {
  const last = changes
    .filter(({ field }) => field === 'amountMinor')
    .reduce<DealChange | undefined>(
      (later, one) => (later === undefined || compareInstants(one.at, later.at) > 0 ? one : later),
      undefined,
    );
  if (last === undefined) return [];
  const { from, to, units } = last;
  if (typeof from !== 'number' || typeof to !== 'number' || from <= 0 || to >= from) return [];
  if (!isSameUnit(units?.from ?? {}, units?.to ?? {})) return [];
  return [{ field: 'amount', kind: 'cut', n: (from - Math.max(0, to)) / from }];
}

function slipsOf(changes: readonly DealChange[]): RiskFlag[] {
  const n = changes.filter(
    ({ field, from, to }) =>
      field === 'closeOn' && typeof from === 'string' && typeof to === 'string' && to > from,
  ).length;
  return n < leastSlips ? [] : [{ field: 'closeOn', kind: 'slipped', n }];
}
