import { chanceAtLeast } from '../stats/chance-at-least';
import { distributionQuantile } from '../stats/distribution-quantile';
import type { PeriodForecast } from './answer';
import { decisiveDeal } from './decisive-deal';
import { landing } from './landing';
import type { PeriodGround } from './period-ground';
import type { Sight } from './sight-effect';
import type { SpanForecast } from './span-forecast';
import { unreadWins } from './unread-wins';

/** What is taken for certain or otherwise than it was learned. */
interface Supposed {
  /** Brought for certain, beside what is won. */
  readonly certain: number;
  /** How many times as much a win brings. */
  readonly size: number;
  /** Expected of open deals before any of them was taken as won or lost: those not read are like these. */
  readonly openMean: number;
}

export interface Landed {
  readonly forecast: PeriodForecast;
  /** Row of the one deal that decides what is to come. */
  readonly deciding: number | undefined;
  /** Wins expected of deals not yet created and of those that were not read, by the level that the past asks for. */
  readonly others: number;
}

/** The distribution of what a period brings in all: quantiles, mean and the chance of the target, all from one. */
export function landPeriod(ground: PeriodGround, span: SpanForecast, supposed?: Supposed): Landed {
  const { wonToDate, values, level, systematic, ids } = ground;
  const { certain = 0, size = 1, openMean = span.openMean } = supposed ?? {};
  const model = span.openMean + span.newWins * (values.mean * size);
  const unread = unreadWins(ground, { openMean, size });
  const { distribution, mean } = landing({
    values: span.values,
    newWins: span.newWins + unread,
    sizes: size === 1 ? ground.sizes : ground.sizes.map((one) => one * size),
    level,
    spread: Math.sqrt(systematic),
    kinds: span.kinds,
  });
  const found = decisiveDeal(span, span.newWins * values.square * size ** 2 + systematic * model ** 2);
  const deciding = found === undefined ? undefined : span.deals[found];
  const said = [
    ...(deciding === undefined ? [] : [`two outcomes, decided by one deal: ${ids[deciding] ?? ''}`]),
    ...saidOf(ground.sight),
  ];
  const brought = wonToDate + certain;
  const quantile = (p: number): number => brought + distributionQuantile(distribution, p);
  return {
    deciding,
    others: (span.newWins + unread) * level,
    forecast: {
      period: ground.id,
      wonToDate,
      p10: quantile(0.1),
      p50: quantile(0.5),
      mean: brought + mean,
      p90: quantile(0.9),
      pHit: ground.target === null ? null : chanceAtLeast(distribution, ground.target - brought),
      ...(said.length === 0 ? {} : { remarks: said }),
    },
  };
}

function saidOf(sight: Sight | undefined): readonly string[] {
  if (sight === undefined || sight.read <= 0) return [];
  const { read, total } = sight;
  if (total === null)
    return [`${read} open deals were read, and nobody states how many there are: the range is wider`];
  return total > read
    ? [`${read} of ${total} open deals were read: the others are taken to be like them`]
    : [];
}
