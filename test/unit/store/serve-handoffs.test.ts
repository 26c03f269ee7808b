import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultProcess } from '../../../lib/deal/default-process';
import type { Lead } from '../../../lib/deal/lead';
import { type Database, openDatabase } from '../../../lib/store/database';
import { importStep } from '../../../lib/store/import-step';
import type { Line, Reply } from '../../../lib/store/serve-asks';
import { type HandoffAnswer, type HandoffAsk, serveHandoffs } from '../../../lib/store/serve-handoffs';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, read, tenant } from './open';

const moment = { today: '2026-03-31', now: '2026-03-31T12:00:00.000Z', zone: 'UTC' };
const period = { start: '2026-01-01', end: '2026-04-01' };
/** More than a page is told at once; the first of each are of 2 February, the others a day later. */
const [many, earliest] = [620, 20];
const dayOf = (nth: number) => `2026-02-0${nth < earliest ? 2 : 3}`;

/** A page's own end of the line to a worker. */
function pageOf(serve: (line: Line) => void) {
  let listener: (event: MessageEvent) => void = () => {};
  const waiting = new Map<number, (reply: Reply<unknown, never>) => void>();
  serve({
    addEventListener: (_, heard) => void (listener = heard),
    postMessage: (message) => waiting.get(message.id)?.(message as Reply<unknown, never>),
  });
  return async <Ask extends HandoffAsk>(ask: Ask): Promise<HandoffAnswer<Ask>> => {
    const id = waiting.size;
    const reply = new Promise<Reply<unknown, never>>((resolve) => waiting.set(id, resolve));
    listener({ data: { id, ask, home: {} } } satisfies Partial<MessageEvent> as MessageEvent);
    const said = await reply;
    if (!('answer' in said)) throw new Error(JSON.stringify(said));
    return said.answer as HandoffAnswer<Ask>;
  };
}

describe('of a store with more passes and leads than a screen takes a page', () => {
  let database: Database;
  const ask = pageOf(serveHandoffs);

  beforeAll(async () => {
    database = openDatabase();
    await database.process.put({
      ...defaultProcess('2020-01-01', 'UTC'),
      people: [
        { name: 'Ana', roles: ['sdr'], aliases: [] },
        { name: 'Ben', roles: ['ae'], aliases: [] },
      ],
    });
    const all = Array.from({ length: many }, (_, nth) => nth);
    const sdrOf = (nth: number) => `SDR ${String(nth).padStart(3, '0')}`;
    const reads = all.map((nth) =>
      read(`${nth}`, {
        owner: 'Ben',
        sdr: sdrOf(nth),
        createdOn: dayOf(nth),
        outcome: 'open',
        source: `Way ${nth}`,
      }),
    );
    await writeReads(database, batch(reads));
    const leads = all.map((nth): Lead => {
      const seenAt = '2026-03-30T10:00:00.000Z';
      const [key, id] = [`tryton|${tenant.tenant}|l${nth}`, `l${nth}`];
      return { key, crm: 'tryton', ...tenant, id, seenAt, createdOn: dayOf(nth) };
    });
    for (const [nth, from] of [0, 310].entries())
      await importStep(database, {
        name: 'leads',
        nth,
        work: { kind: 'leads', rows: leads.slice(from, from + 310) },
      });
  });
  afterAll(() => database.delete());

  it('the list of a figure has the latest five hundred, and says of how many', async () => {
    const list = await ask({ ...moment, kind: 'passes', query: { period, filter: {}, show: 'passes' } });
    expect([list?.n, list?.rows.length]).toEqual([many, 500]);
    const lastDay = Date.parse('2026-02-03T00:00:00Z');
    expect(list?.rows.every(({ passedAt }) => passedAt.from >= lastDay)).toBe(true);
  });

  it('the list of who waits has the oldest five hundred, and says of how many', async () => {
    const query = { period, filter: {} };
    expect((await ask({ ...moment, kind: 'report', query }))?.byPair).toEqual([]);
    const report = await ask({ ...moment, kind: 'report', query: { ...query, withPairs: true } });
    const { rows, n } = report?.waiting ?? { rows: [], n: 0 };
    expect([n, rows.length]).toEqual([many, 500]);
    const early = rows.filter(({ passedAt }) => passedAt.from < Date.parse('2026-02-03T00:00:00Z'));
    expect(early).toHaveLength(earliest);
    // Every group is told: the screen shows some of them at first.
    expect(report?.measures.passes).toBe(many);
    expect(report?.byPair).toHaveLength(many);
    expect(report?.bySource.reduce((sum, { measures }) => sum + measures.passes, 0)).toBe(many);
  });

  it.each(['leads', 'deals'] as const)('the list of %s has the latest five hundred', async (show) => {
    const list = await ask({ ...moment, kind: 'leads', query: { period, show } });
    const rows = list === undefined ? [] : [...list.leads.map(([lead]) => lead), ...list.deals];
    expect([list?.n, rows.length]).toEqual([many, 500]);
    expect(rows.every(({ createdOn }) => createdOn === '2026-02-03')).toBe(true);
  });
});
