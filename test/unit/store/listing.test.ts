import { describe, expect, it } from 'vitest';
import type { DealRead } from '../../../lib/deal/deal';
import type { Database } from '../../../lib/store/database';
import type { ReadBatch } from '../../../lib/messages/protocol';
import { readGlance } from '../../../lib/store/read-glance';
import { beginSync, finishSync } from '../../../lib/store/syncs';
import { writeReads } from '../../../lib/store/write-reads';
import { writeSync } from '../../../lib/store/write-sync';
import { batch, dump, freshDatabase, read, syncStep, tenant } from './open';

/** Ida in company 1 and in company 2; her manager; a rep who is shown only his own deals. */
type Who = 'ida-1' | 'ida-2' | 'manager' | 'rep';

/** Instants by the day of March and the minute after ten. */
const on = (day: number, minute = 0) =>
  `2026-03-${String(day).padStart(2, '0')}T10:${String(minute).padStart(2, '0')}:00.000Z`;

const numbered = (id: string, at: string): DealRead => read(id, { number: `N${id}`, outcome: 'open' }, at);

interface Listing {
  readonly day: number;
  readonly as?: Who;
  readonly part?: Parameters<typeof syncStep>[0];
}

/** A whole sync of one page, begun at ten on its day and listed a minute later. */
async function list(database: Database, ids: readonly string[], { day, as, part }: Listing): Promise<void> {
  const run = { ...tenant, runId: `r-${day}`, crm: 'tryton', label: 'Tryton' };
  await beginSync(database, { ...run, at: on(day) });
  const deals = ids.map((id) => numbered(id, on(day, 1)));
  const page = {
    deals,
    done: ids.length,
    total: ids.length,
    ...(as === undefined ? {} : { seenAs: as }),
    ...part,
  };
  await writeSync(database, { ...syncStep(page, on(day, 1)), runId: run.runId });
  await finishSync(database, { ...run, stop: undefined, at: on(day, 2) });
}

/** What a page showed, at noon of the day unless said otherwise. */
async function look(
  database: Database,
  reads: readonly DealRead[],
  { day, as, name = 'sale.opportunity' }: { day: number; as?: Who; name?: string },
): Promise<void> {
  await writeReads(
    database,
    batch(reads, {
      ...(as === undefined ? {} : { seenAs: as }),
      at: on(day),
      viewedAt: on(day),
      view: { kind: 'list', name },
    }),
  );
}

async function present(database: Database): Promise<string[]> {
  const deals = await database.deals.filter(({ removedAt }) => removedAt === undefined).toArray();
  return deals.map(({ id }) => id);
}

async function presentRows(database: Database): Promise<string[]> {
  const rows = await database.unidentified
    .filter(({ removedAt, boundTo }) => removedAt === undefined && boundTo === undefined)
    .toArray();
  return rows.map(({ fingerprint }) => fingerprint);
}

const completeness = async (database: Database) => (await readGlance(database, '2026-03-20'))?.completeness;

describe('a complete listing', () => {
  it('takes what it no longer names out of the totals, and keeps it in the store', async () => {
    const database = freshDatabase();
    await list(database, ['6', '7'], { day: 3, as: 'ida-1' });
    await list(database, ['7', '8'], { day: 4, as: 'ida-1' });
    expect(await present(database)).toEqual(['7', '8']);
    expect(await database.deals.get('tryton|crm.example.com/sales|6')).toMatchObject({ removedAt: on(4) });
    expect(await completeness(database)).toMatchObject({ openRead: 2, unlisted: 0 });
  });

  it('tells that nothing is won, as a list of all deals does; a list of some deals does not', async () => {
    const database = freshDatabase();
    const won = async () => (await readGlance(database, '2026-03-20'))?.won;
    const lookAt = (day: number, change: Partial<ReadBatch>) =>
      writeReads(database, batch([numbered('7', on(day))], { at: on(day), viewedAt: on(day), ...change }));
    await lookAt(3, { statedTotal: 1, totalOf: 'open' });
    expect(await won()).toMatchObject({ n: 0, isUnread: true });
    await lookAt(4, { statedTotal: 2, totalOf: 'all' });
    expect(await won()).toMatchObject({ n: 0, isUnread: true });
    await lookAt(5, { statedTotal: 1, totalOf: 'all' });
    expect(await won()).not.toHaveProperty('isUnread');
    const other = freshDatabase();
    await list(other, ['7'], { day: 3 });
    expect((await readGlance(other, '2026-03-20'))?.won).not.toHaveProperty('isUnread');
  });

  it('of one company leaves the deals of the other alone, whichever is listed when', async () => {
    const database = freshDatabase();
    await list(database, ['1', '2'], { day: 3, as: 'ida-1' });
    await list(database, ['3'], { day: 4, as: 'ida-2' });
    expect(await present(database)).toEqual(['1', '2', '3']);
    // They are counted, and it is said that the last listing does not vouch for them.
    expect(await completeness(database)).toMatchObject({ openRead: 3, openTotal: undefined, unlisted: 2 });
    await list(database, ['1'], { day: 5, as: 'ida-1' });
    expect(await present(database)).toEqual(['1', '3']);
    expect(await completeness(database)).toMatchObject({ openRead: 2, unlisted: 1 });
  });

  it('of a user who is shown less removes nothing of what a manager has listed', async () => {
    const database = freshDatabase();
    await list(database, ['1', '2', '3'], { day: 3, as: 'manager' });
    await list(database, ['2'], { day: 4, as: 'rep' });
    expect(await present(database)).toEqual(['1', '2', '3']);
    // The manager's next listing has no word on a deal that was last shown to the rep.
    await list(database, ['1'], { day: 5, as: 'manager' });
    expect(await present(database)).toEqual(['1', '2']);
    await list(database, ['9'], { day: 6, as: 'rep' });
    expect(await present(database)).toEqual(['1', '9']);
  });

  it('leaves alone a deal that has moved to the other company', async () => {
    const database = freshDatabase();
    await list(database, ['1', '2'], { day: 3, as: 'ida-1' });
    await list(database, ['2', '3'], { day: 4, as: 'ida-2' });
    await list(database, ['1'], { day: 5, as: 'ida-1' });
    expect(await present(database)).toEqual(['1', '2', '3']);
  });

  it('removes a deal that only a page has shown where it was shown to the same user, and no other', async () => {
    const database = freshDatabase();
    await look(database, [numbered('1', on(2))], { day: 2, as: 'ida-1' });
    await look(database, [numbered('2', on(2))], { day: 2, as: 'ida-2' });
    await look(database, [numbered('3', on(2))], { day: 2 });
    await list(database, ['9'], { day: 3, as: 'ida-1' });
    expect(await present(database)).toEqual(['2', '3', '9']);
    expect(await completeness(database)).toMatchObject({ unlisted: 2 });
  });

  it('asks for the last sight alone: shown to nobody in particular, a deal stays', async () => {
    const database = freshDatabase();
    await list(database, ['1', '2'], { day: 3, as: 'ida-1' });
    await look(database, [numbered('1', on(4))], { day: 4 });
    await list(database, ['2'], { day: 5, as: 'ida-1' });
    expect(await present(database)).toEqual(['1', '2']);
  });

  it('removes rows without id that it has no deal for, of the same user alone', async () => {
    const database = freshDatabase();
    const row = (number: string) => read(undefined, { number, outcome: 'open' }, on(2));
    const unnumbered = read(undefined, { name: 'Fjord', outcome: 'open' }, on(2));
    await look(database, [row('N1'), row('N2'), unnumbered], { day: 2, as: 'ida-1' });
    await look(database, [row('N4')], { day: 2, as: 'ida-2' });
    await look(database, [row('N5')], { day: 2, name: 'other' });
    expect(await completeness(database)).toMatchObject({ openRead: 4, unidentified: 4, uncounted: 1 });

    await list(database, ['1'], { day: 3, as: 'ida-1' });
    expect(await presentRows(database)).toEqual(['number:N5', 'number:N4']);
    const [bound] = await database.unidentified.filter(({ boundTo }) => boundTo !== undefined).toArray();
    expect(bound).toMatchObject({ fingerprint: 'number:N1' });
    expect(bound).not.toHaveProperty('removedAt');
    expect(await completeness(database)).toMatchObject({
      openRead: 3,
      openTotal: undefined,
      unidentified: 2,
      uncounted: 0,
      unlisted: 2,
    });
    // Shown again later, the row is there again.
    await look(database, [read(undefined, { number: 'N2', outcome: 'open' }, on(4))], {
      day: 4,
      as: 'ida-1',
    });
    expect(await presentRows(database)).toContain('number:N2');
  });

  it('does not count a row beside two deals that bear its number', async () => {
    const database = freshDatabase();
    await look(database, [read(undefined, { number: 'N1', outcome: 'open' }, on(2))], {
      day: 2,
      as: 'ida-1',
    });
    const twins = ['1', '2'].map((id) => read(id, { number: 'N1', outcome: 'open' }, on(3, 1)));
    await list(database, ['1', '2'], { day: 3, as: 'ida-1', part: { deals: twins } });
    expect(await completeness(database)).toMatchObject({ openRead: 2, unidentified: 0 });
  });

  it('leaves alone what was seen since it began, also where that sight arrives late', async () => {
    const database = freshDatabase();
    await list(database, ['1', '2', '3'], { day: 3, as: 'ida-1' });
    const run = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton' };
    await beginSync(database, { ...run, at: on(4) });
    await look(database, [numbered('1', on(4, 1))], { day: 4, as: 'ida-1' });
    const page = { deals: [numbered('3', on(4, 5))], done: 1, total: 1, seenAs: 'ida-1' };
    await writeSync(database, syncStep(page, on(4, 5)));
    expect(await present(database)).toEqual(['1', '3']);
    await look(database, [numbered('2', on(4, 2))], { day: 4, as: 'ida-1' });
    expect(await present(database)).toEqual(['1', '2', '3']);
  });

  it.each([
    ['that named no deal at all', [], {}],
    ['of which a row could not be read', ['1'], { done: 2, total: 2 }],
    ['that is not at its end', ['1'], { total: 2 }],
  ])('%s removes nothing', async (_, ids, part) => {
    const database = freshDatabase();
    await list(database, ['1', '2'], { day: 3, as: 'ida-1' });
    await list(database, ids, { day: 4, as: 'ida-1', part });
    expect(await present(database)).toEqual(['1', '2']);
  });

  it('removes nothing where it does not say as whom it was made', async () => {
    const database = freshDatabase();
    await list(database, ['1', '2'], { day: 3 });
    await list(database, ['1'], { day: 4 });
    expect(await present(database)).toEqual(['1', '2']);
    expect(await completeness(database)).toMatchObject({ unlisted: 1 });
  });

  it('knows nothing of another CRM or another database of the same host', async () => {
    const database = freshDatabase();
    const other = { tenant: 'crm.example.com/sales-2', host: 'crm.example.com' };
    const row = read(undefined, { number: 'N9', outcome: 'open' }, on(2));
    await writeReads(database, batch([numbered('7', on(2)), row], { tenant: other, seenAs: 'ida-1' }));
    await writeReads(database, batch([numbered('8', on(2)), row], { crm: 'generic', seenAs: 'ida-1' }));
    await list(database, ['1'], { day: 3, as: 'ida-1' });
    expect(await present(database)).toHaveLength(3);
    expect(await presentRows(database)).toEqual(['number:N9', 'number:N9']);
  });
});

describe('a listing in several steps', () => {
  const run = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton' };
  const step = (id: string, done: number, as: Who = 'ida-1') =>
    syncStep(
      { deals: [numbered(id, on(4, done))], done, total: 3, seenAs: as, cursor: `c${done}` },
      on(4, done),
    );

  async function begun(): Promise<Database> {
    const database = freshDatabase();
    await list(database, ['1', '2', '3', '4'], { day: 3, as: 'ida-1' });
    await beginSync(database, { ...run, at: on(4) });
    return database;
  }

  it('is complete at its last step, also where it stopped in between', async () => {
    const database = await begun();
    await writeSync(database, step('1', 1));
    await writeSync(database, step('2', 2));
    await finishSync(database, { ...run, stop: 'signed-out', at: on(4, 2) });
    await beginSync(database, { ...run, runId: 'r-2', at: on(4, 3) });
    expect(await present(database)).toEqual(['1', '2', '3', '4']);
    await writeSync(database, { ...step('3', 3), runId: 'r-2' });
    expect(await present(database)).toEqual(['1', '2', '3']);
  });

  it('is not complete because histories are', async () => {
    const database = await begun();
    await writeSync(database, step('1', 1));
    await writeSync(database, syncStep({ phase: 'history', done: 1, total: 1 }, on(4, 2)));
    expect(await present(database)).toEqual(['1', '2', '3', '4']);
  });

  it('changes nothing by a step that arrives twice, and is complete all the same', async () => {
    const database = await begun();
    const problems = [{ code: 'amount-unreadable', row: 'N1', field: 'amount' }] as const;
    const steps = [step('1', 1), step('2', 2), step('3', 3)].map((one) => ({
      ...one,
      page: { ...one.page, problems },
    }));
    for (const one of steps) {
      await writeSync(database, one);
      const before = await dump(database);
      expect(await writeSync(database, one)).toMatchObject({ stop: false, stored: 0 });
      expect(await dump(database)).toEqual(before);
    }
    expect(await present(database)).toEqual(['1', '2', '3']);
  });

  it('stops where a step is of another user or company, stores nothing of it, and begins anew', async () => {
    const database = await begun();
    await writeSync(database, step('1', 1));
    const before = await database.deals.toArray();
    expect(await writeSync(database, step('5', 2, 'ida-2'))).toMatchObject({ stop: true, stored: 0 });
    expect(await database.deals.toArray()).toEqual(before);
    expect(await database.syncs.get(tenant.tenant)).toMatchObject({
      status: 'stopped',
      stop: 'access-changed',
    });
    const again = await beginSync(database, { ...run, runId: 'r-2', at: on(4, 5) });
    expect(again).not.toHaveProperty('cursor');
    expect(again).not.toHaveProperty('seenAs');
  });
});
