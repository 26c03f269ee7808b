import type { FrozenForecast } from '../../forecast/record/frozen-forecast';
import { currencyCode, day } from '../../messages/schemas';
import { target } from '../../messages/settings-schemas';
import { z } from '../../schema';

const minor = z.int();
const maybe = z.nullable(minor);
const chance = z.number().check(z.minimum(0), z.maximum(1));
const count = z.int().check(z.minimum(0));

const shape = {
  scope: target.shape.scope,
  period: target.shape.period,
  takenOn: day,
  currency: currencyCode,
  start: day,
  end: day,
  p10: minor,
  p50: minor,
  mean: minor,
  p90: minor,
  pHit: z.nullable(chance),
  targetMinor: maybe,
  reference: z.exactOptional(z.strictObject({ markMinor: minor, pHit: chance })),
  wonMinor: minor,
  openMinor: minor,
  openDeals: count,
  sight: z.exactOptional(z.strictObject({ read: count, total: z.nullable(count) })),
  baselines: z.strictObject({
    lastPeriodMinor: maybe,
    runRateMinor: maybe,
    stageWeightsMinor: maybe,
    commitMinor: maybe,
  }),
  inputsDigest: z.string().check(z.minLength(1), z.maxLength(100)),
  madeBy: z.literal('frozen'),
  version: z.literal(1),
} as const;

// A field that is added to the row and forgotten here fails to compile: its backups would be refused.
shape satisfies Record<keyof FrozenForecast, unknown>;

/** What a frozen forecast must be: in a backup, and in the page that has one stored. */
export const frozenForecast = z
  .strictObject(shape)
  .check(z.refine(({ p10, p50, p90 }) => p10 <= p50 && p50 <= p90));
