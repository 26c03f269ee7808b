import { dayNumber } from '../calendar/day-number';
import { assertUnique } from '../deal/assert-unique';
import type { LineFields } from '../deal/line-fields';
import { type ParsedLine, parseLine } from '../deal/parse-line';
import type { DealInput, ForecastRequest, HistoryInput, PeriodInput, StageInput } from './request';

/** Days that a period may reach into the future: more is a typing error, and would take for ever. No part in the numbers. */
const FARTHEST_DAYS = 3660;
/** Amounts nearer to nothing than this are nothing: ratios of them would be no numbers. No part in those of money. */
const LEAST = 1e-6;
const STATUSES = ['open', 'won', 'lost'] as const;

/**
 * Checks one line of input. A field of the wrong type, a day that is none, a period without days, an id given twice:
 * each makes the whole line an error that names the place. Odd facts (a deal closed before it was created) are not
 * errors: `makeBook` counts them.
 */
export function parseRequest(line: string): ParsedLine<ForecastRequest> {
  return parseLine(line, (root, id) => {
    const asOf = root.day('asOf');
    const request = {
      id,
      asOf,
      dataStart: root.optionalDay('dataStart'),
      stages: root.list('stages').map(stageOf),
      periods: root.list('periods').map((of) => periodOf(of, asOf)),
      deals: root.list('deals').map(dealOf),
    };
    assertUnique(request.stages, 'stages');
    assertUnique(request.periods, 'periods');
    assertUnique(request.deals, 'deals');
    return request;
  });
}

function amountOf(of: LineFields, name: string): number | null {
  const value = of.optionalNumber(name);
  return value !== null && Math.abs(value) < LEAST ? 0 : value;
}

function stageOf(of: LineFields, at: number): StageInput {
  const probability = of.optionalNumber('probability');
  if (probability !== null && (probability < 0 || probability > 1))
    throw of.fault('probability', 'is not within 0 and 1');
  return { id: of.text('id'), order: of.optionalNumber('order') ?? at, probability };
}

function periodOf(of: LineFields, asOf: string): PeriodInput {
  const period = {
    id: of.text('id'),
    start: of.day('start'),
    end: of.day('end'),
    target: amountOf(of, 'target'),
  };
  const [start, end, now] = [dayNumber(period.start) ?? 0, dayNumber(period.end) ?? 0, dayNumber(asOf) ?? 0];
  if (end <= start) throw of.fault('end', 'is not after its start');
  if (end > now + FARTHEST_DAYS) throw of.fault('end', 'is more than ten years ahead');
  return period;
}

function dealOf(of: LineFields): DealInput {
  const status = of.optionalWord('status', STATUSES);
  if (status === null) throw of.fault('status', `is none of ${STATUSES.join(', ')}`);
  return {
    id: of.text('id'),
    createdAt: of.day('createdAt'),
    stage: of.optionalText('stage'),
    stageSince: of.optionalDay('stageSince'),
    status,
    amount: amountOf(of, 'amount'),
    owner: of.optionalText('owner'),
    closedAt: of.optionalDay('closedAt'),
    closedAmount: amountOf(of, 'closedAmount'),
    expectedCloseDate: of.optionalDay('expectedCloseDate'),
    lastSeenAt: of.optionalDay('lastSeenAt'),
    history: of.objects('history').map(changeOf),
    team: of.optionalText('team'),
    region: of.optionalText('region'),
    product: of.optionalText('product'),
    source: of.optionalText('source'),
  };
}

function changeOf(of: LineFields): HistoryInput {
  return { at: of.day('at'), field: of.text('field'), from: of.value('from'), to: of.value('to') };
}
