import { dayNumber } from '../calendar/day-number';
import type { DealInput, ForecastRequest, HistoryInput, PeriodInput, StageInput } from './request';

export type ParsedRequest =
  | { readonly kind: 'request'; readonly request: ForecastRequest }
  | { readonly kind: 'error'; readonly id: string | number | null; readonly error: string };

type Fields = Readonly<Record<string, unknown>>;

/** A fault of the line, said in words; caught where the line is parsed and nowhere else. */
class Fault extends Error {}

/** Amounts beyond this are no money; sums of them would lose their units. */
const MOST = 1e15;
/** Amounts nearer to nothing than this are nothing: ratios of them would be no numbers. */
const LEAST = 1e-6;
/** Form of the request that this reads. */
const VERSION = 1;
/** Days that a request may reach into the future or past: more is a typing error, and would take for ever. */
const FARTHEST_DAYS = 3660;

/**
 * Checks one line of input. A field of the wrong type, a day that is none, a period without days, an id given twice:
 * each makes the whole line an error that names the place. Odd facts (a deal closed before it was created) are not
 * errors: `makeBook` counts them.
 */
export function parseRequest(line: string): ParsedRequest {
  let id: string | number | null = null;
  try {
    const root = fields(readJson(line), 'the line');
    if (typeof root['id'] === 'string' || typeof root['id'] === 'number') id = root['id'];
    if (root['v'] !== VERSION) throw new Fault(`v is not ${VERSION}`);
    if (id === null) throw new Fault('id is neither text nor a number');
    const asOf = day(root, 'asOf', '');
    const request: ForecastRequest = {
      id,
      asOf,
      dataStart: optionalDay(root, 'dataStart', ''),
      stages: list(root, 'stages').map(stageOf),
      periods: list(root, 'periods').map((one, at) => periodOf(one, at, asOf)),
      deals: list(root, 'deals').map(dealOf),
    };
    unique(request.stages, 'stages');
    unique(request.periods, 'periods');
    unique(request.deals, 'deals');
    return { kind: 'request', request };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { kind: 'error', id, error: error.message };
  }
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Fault('the line is not JSON');
  }
}

function fields(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault(`${where} is not an object`);
  return value as Fields; // an object that is no list has fields of any kind
}

function list(of: Fields, name: string, where = ''): readonly unknown[] {
  const value = of[name];
  if (!Array.isArray(value)) throw new Fault(`${where}${name} is not a list`);
  return value;
}

function text(of: Fields, name: string, where: string): string {
  const value = of[name];
  if (typeof value !== 'string' || value === '') throw new Fault(`${where}${name} is not text`);
  return value;
}

function optionalText(of: Fields, name: string, where: string): string | null {
  const value = of[name] ?? null;
  if (value !== null && typeof value !== 'string')
    throw new Fault(`${where}${name} is neither text nor null`);
  return value === '' ? null : value;
}

function day(of: Fields, name: string, where: string): string {
  const value = text(of, name, where);
  if (dayNumber(value) === undefined) throw new Fault(`${where}${name} is no day: ${value.slice(0, 40)}`);
  return value;
}

function optionalDay(of: Fields, name: string, where: string): string | null {
  return optionalText(of, name, where) === null ? null : day(of, name, where);
}

function optionalNumber(of: Fields, name: string, where: string): number | null {
  const value = of[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Fault(`${where}${name} is neither a number nor null`);
  if (Math.abs(value) > MOST) throw new Fault(`${where}${name} is beyond ${MOST}`);
  return value;
}

function optionalAmount(of: Fields, name: string, where: string): number | null {
  const value = optionalNumber(of, name, where);
  return value !== null && Math.abs(value) < LEAST ? 0 : value;
}

function stageOf(value: unknown, at: number): StageInput {
  const where = `stages[${at}].`;
  const of = fields(value, where.slice(0, -1));
  const probability = optionalNumber(of, 'probability', where);
  if (probability !== null && (probability < 0 || probability > 1))
    throw new Fault(`${where}probability is not within 0 and 1`);
  return { id: text(of, 'id', where), order: optionalNumber(of, 'order', where) ?? at, probability };
}

function periodOf(value: unknown, at: number, asOf: string): PeriodInput {
  const where = `periods[${at}].`;
  const of = fields(value, where.slice(0, -1));
  const period = {
    id: text(of, 'id', where),
    start: day(of, 'start', where),
    end: day(of, 'end', where),
    target: optionalAmount(of, 'target', where),
  };
  const [start, end, now] = [dayNumber(period.start) ?? 0, dayNumber(period.end) ?? 0, dayNumber(asOf) ?? 0];
  if (end <= start) throw new Fault(`${where}end is not after its start`);
  if (end > now + FARTHEST_DAYS) throw new Fault(`${where}end is more than ten years ahead`);
  return period;
}

function dealOf(value: unknown, at: number): DealInput {
  const where = `deals[${at}].`;
  const of = fields(value, where.slice(0, -1));
  const status = of['status'];
  if (status !== 'open' && status !== 'won' && status !== 'lost')
    throw new Fault(`${where}status is none of open, won, lost`);
  const own = (name: string): string | null => optionalText(of, name, where);
  return {
    id: text(of, 'id', where),
    createdAt: day(of, 'createdAt', where),
    stage: own('stage'),
    stageSince: optionalDay(of, 'stageSince', where),
    status,
    amount: optionalAmount(of, 'amount', where),
    owner: own('owner'),
    closedAt: optionalDay(of, 'closedAt', where),
    closedAmount: optionalAmount(of, 'closedAmount', where),
    expectedCloseDate: optionalDay(of, 'expectedCloseDate', where),
    lastSeenAt: optionalDay(of, 'lastSeenAt', where),
    history:
      of['history'] === undefined || of['history'] === null
        ? []
        : list(of, 'history', where).map((one, nth) => changeOf(one, `${where}history[${nth}]`)),
    team: own('team'),
    region: own('region'),
    product: own('product'),
    source: own('source'),
  };
}

function changeOf(value: unknown, where: string): HistoryInput {
  const of = fields(value, where);
  return {
    at: day(of, 'at', `${where}.`),
    field: text(of, 'field', `${where}.`),
    from: of['from'] ?? null,
    to: of['to'] ?? null,
  };
}

function unique(these: readonly { readonly id: string }[], name: string): void {
  const seen = new Set<string>();
  for (const { id } of these) {
    if (seen.has(id)) throw new Fault(`${name} has the id ${id.slice(0, 80)} twice`);
    seen.add(id);
  }
}
