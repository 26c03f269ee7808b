import { z } from '../schema';
import { mappedFields } from '../deal/mapping';
import { batchLimit, currencyCode, day, instant } from './schemas';

/* What the user sets: settings, rates, targets and mappings. */

const text = (most: number) => z.string().check(z.maxLength(most));
const shown = <T extends z.core.SomeType>(type: T) => z.exactOptional(z.nullable(type));
const period = z.enum(['month', 'quarter']);
const month = z.int().check(z.minimum(1), z.maximum(12));

const weeks = z.strictObject({
  pattern: z.enum(['4-4-5', '4-5-4', '5-4-4']),
  yearEndMonth: month,
  yearEndWeekday: z.int().check(z.minimum(1), z.maximum(7)),
  yearEnd: z.enum(['last', 'nearest']),
});

const teams = z
  .array(
    z.strictObject({
      name: z.string().check(z.minLength(1), z.maxLength(100)),
      members: z.array(text(500)).check(z.maxLength(500)),
    }),
  )
  .check(z.maxLength(100));

export const settings = z.strictObject({
  me: z.exactOptional(text(500)),
  fiscal: z.strictObject({ period, yearStartMonth: month, weeks: z.exactOptional(weeks) }),
  reportingCurrency: z.exactOptional(currencyCode),
  teams: z.exactOptional(teams),
  scope: z.exactOptional(text(600)),
});

export const settingsChange = z.strictObject({
  me: shown(text(500)),
  fiscal: z.exactOptional(
    z.strictObject({
      period: z.exactOptional(period),
      yearStartMonth: z.exactOptional(month),
      weeks: shown(weeks),
    }),
  ),
  reportingCurrency: shown(currencyCode),
  teams: shown(teams),
  scope: shown(text(600)),
});

export const target = z.strictObject({
  scope: z.string().check(z.regex(/^(?:all|(?:team|person|region|product|pipeline|source):[^]{1,500})$/)),
  period: z.string().check(z.regex(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/)),
  from: day,
  amountMinor: z.nullable(z.int().check(z.minimum(1))),
  currency: currencyCode,
});

export const mapping = z.strictObject({
  tenant: z.string().check(z.minLength(1), z.maxLength(500)),
  view: text(500),
  columns: z.record(text(500), z.nullable(z.enum(mappedFields))),
  stages: z
    .array(
      z.strictObject({
        name: z.string().check(z.minLength(1), z.maxLength(500)),
        outcome: z.nullable(z.enum(['open', 'won', 'lost'])),
      }),
    )
    .check(z.maxLength(200)),
  at: instant,
});

export const targets = z.array(target).check(z.maxLength(batchLimit));

export const currencyRate = z.strictObject({
  from: currencyCode,
  to: currencyCode,
  on: day,
  rate: z.string().check(z.regex(/^\d{1,9}(\.\d{1,9})?$/)),
});
