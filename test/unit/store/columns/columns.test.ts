import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealRead, DealValues } from '../../../../lib/deal/deal';
import { backupChunks } from '../../../../lib/export/backup-chunks';
import { putDeals } from '../../../../lib/store/columns/put-rows';
import { rebuildColumns } from '../../../../lib/store/columns/rebuild-columns';
import { withoutSlot } from '../../../../lib/store/columns/without-slot';
import { writeDeals } from '../../../../lib/store/columns/write-deals';
import { openDatabase, type Database } from '../../../../lib/store/database';
import { importBackup } from '../../../../lib/store/backup/import-backup';
import { importStep } from '../../../../lib/store/import-step';
import { readBackup } from '../../../../lib/store/read-backup';
import { settleSite } from '../../../../lib/store/settle-site';
import { beginSync, finishSync } from '../../../../lib/store/syncs';
import { wipeStore } from '../../../../lib/store/wipe';
import { writeReads } from '../../../../lib/store/write-reads';
import { writeSync } from '../../../../lib/store/write-sync';
import { batch, freshDatabase, syncStep } from '../open';
import { columnsInWords, expectTrueColumns } from './oracle';

const today = '2026-03-10';
const places = [
  { tenant: 'crm.example.com/sales', host: 'crm.example.com' },
  { tenant: 'crm.example.com/sales', host: 'www.crm.example.com' },
  { tenant: 'other.example.com', host: 'other.example.com' },
] as const;

/** Few of everything, so that rows meet: the same numbers with and without id, in several views, as several users. */
const values: fc.Arbitrary<DealValues> = fc.record(
  {
    number: fc.constantFrom('N1', 'N2', 'N3', null),
    name: fc.constantFrom('Nordlys', 'Fjord\nlys', '', null),
    owner: fc.constantFrom('Ida', 'Bo', '', null),
    stage: fc.constantFrom('Offer', 'Order'),
    outcome: fc.constantFrom('open', 'open', 'won', 'lost', null),
    crmProbability: fc.constantFrom(0, 0.35, 1, null),
    closeOn: fc.constantFrom('2026-02-01', '2026-03-31', null),
    closedOn: fc.constantFrom('2025-12-31', '2026-03-01', null),
    amount: fc.option(
      fc.record({
        decimal: fc.constantFrom('100', '12.50', '-5', '100.55', '9007199254740'),
        currency: fc.constantFrom('EUR', 'DKK'),
      }),
    ),
  },
  { requiredKeys: [] },
);
/** Instants of a few days; the fourth day is when syncs begin. */
const at = fc.integer({ min: 0, max: 60 }).map((nth) => new Date(Date.UTC(2026, 2, 2, nth)).toISOString());
const read: fc.Arbitrary<DealRead> = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), values, at });
const row: fc.Arbitrary<DealRead> = fc.record({ values, at });
const place = fc.constantFrom(...places);
const seenAs = fc.constantFrom('ida', 'bo', undefined);
const who = <Name extends string>(name: Name | undefined) => (name === undefined ? {} : { seenAs: name });

type Step =
  | ({
      readonly kind: 'look';
      readonly reads: readonly DealRead[];
      readonly place: (typeof places)[number];
    } & {
      readonly view: string;
      readonly crm: string;
      readonly as: 'ida' | 'bo' | undefined;
    })
  | {
      readonly kind: 'sync';
      readonly reads: readonly (DealRead & { id?: string })[];
      readonly place: (typeof places)[number];
      readonly as: 'ida' | 'bo' | undefined;
      readonly isWhole: boolean;
    }
  | { readonly kind: 'wipeHost'; readonly place: (typeof places)[number] }
  | { readonly kind: 'replay' | 'restart' | 'breakOff' | 'rebuild' | 'backUp' | 'import' | 'wipe' };

const look: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('look' as const),
  reads: fc.array(fc.oneof(read, row), { maxLength: 6 }),
  place,
  view: fc.constantFrom('deals', 'others'),
  crm: fc.constantFrom('tryton', 'tryton', 'generic'),
  as: seenAs,
});
const sync: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('sync' as const),
  reads: fc.uniqueArray(read, { maxLength: 4, selector: ({ id }) => id }),
  place,
  as: seenAs,
  isWhole: fc.boolean(),
});
const rest: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wipeHost' as const), place }) },
  {
    weight: 10,
    arbitrary: fc
      .constantFrom('replay', 'restart', 'breakOff', 'rebuild', 'backUp', 'import')
      .map((kind): Step => ({ kind })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'wipe' }) },
);
const steps = fc.array(
  fc.oneof({ weight: 5, arbitrary: look }, { weight: 3, arbitrary: sync }, { weight: 3, arbitrary: rest }),
  { minLength: 1, maxLength: 12 },
);

/** A store and its worker, which may die. */
class World {
  database: Database = freshDatabase();
  #backup = JSON.stringify({ stafet: 1, tables: {} });
  #again: () => Promise<unknown> = () => Promise.resolve();
  #runs = 0;

  async take(step: Step): Promise<void> {
    if (step.kind === 'look') await this.#look(step);
    else if (step.kind === 'sync') await this.#sync(step);
    else if (step.kind === 'wipeHost') await settleSite(this.database, step.place.host, true);
    else if (step.kind === 'replay') await this.#again();
    else if (step.kind === 'wipe') await wipeStore(this.database);
    else if (step.kind === 'import') await this.#import();
    else if (step.kind === 'backUp') this.#backup = await backupOf(this.database);
    else if (step.kind === 'breakOff') await breakOff(this.database);
    else if (step.kind === 'restart') {
      this.database.close();
      this.database = openDatabase(this.database.name);
    } else await rebuildAndCompare(this.database);
  }

  async #import(): Promise<void> {
    const { database } = this;
    const send = (work: Parameters<typeof importStep>[1]) => importStep(database, work);
    const done = await importBackup(new Blob([this.#backup]), { name: `i-${(this.#runs += 1)}`, send });
    if (done.kind === 'refused') throw new Error(`${done.why} ${done.where}`);
  }

  async #look({ reads, place: from, view, crm, as }: Extract<Step, { kind: 'look' }>): Promise<void> {
    const given = batch(reads, {
      tenant: from,
      crm,
      view: { kind: 'list', name: view },
      totalOf: 'open',
      statedTotal: 7,
      ...who(as),
    });
    this.#again = () => writeReads(this.database, given);
    await this.#again();
  }

  async #sync({ reads, place: from, as, isWhole }: Extract<Step, { kind: 'sync' }>): Promise<void> {
    const runId = `r-${(this.#runs += 1)}`;
    const startedAt = '2026-03-05T00:00:00.000Z';
    await beginSync(this.database, { ...from, runId, crm: 'tryton', label: 'Tryton', at: startedAt });
    const done = reads.length;
    const page = { deals: reads, done, total: isWhole ? done : done + 1, ...who(as) };
    const listing = { ...syncStep(page, startedAt), tenant: from, runId };
    const until = '2026-03-05T01:00:00.000Z';
    const change = { field: 'outcome', from: 'open', to: 'won', at: '2026-03-05T00:30:00.000Z' } as const;
    const histories = reads.map(({ id = '' }) => ({
      id,
      history: { fields: ['outcome'] as const, until, changes: [change] },
    }));
    const past = { ...syncStep({ phase: 'history', histories, done }, until), tenant: from, runId };
    this.#again = async () => {
      await writeSync(this.database, listing);
      await writeSync(this.database, past);
    };
    await this.#again();
    await finishSync(this.database, { tenant: from.tenant, runId, stop: undefined, at: until });
  }
}

async function backupOf(database: Database): Promise<string> {
  let text = '';
  const header = { stafet: 1, exportedAt: '2026-03-05T10:00:00.000Z' } as const;
  for await (const part of backupChunks(header, readBackup(database))) text += part;
  return text;
}

/** A write that has changed every deal's columns when it fails. */
async function breakOff(database: Database): Promise<void> {
  const write = writeDeals(database, [], async () => {
    const deals = await database.deals.toArray();
    await putDeals(
      database,
      deals.map((before) => ({ before, after: { ...withoutSlot(before), owner: 'nobody', amountMinor: 1 } })),
    );
    throw new Error('broken off');
  });
  await expect(write).rejects.toThrow('broken off');
}

async function rebuildAndCompare(database: Database): Promise<void> {
  await writeDeals(database, [], async () => {});
  const before = await columnsInWords(database);
  const rows = await Promise.all([database.deals.toArray(), database.unidentified.toArray()]);
  await rebuildColumns(database);
  expect(await columnsInWords(database)).toEqual(before);
  // Nobody had to move.
  expect(await Promise.all([database.deals.toArray(), database.unidentified.toArray()])).toEqual(rows);
}

describe('columns, sums and glance', () => {
  it('say what the rows say, after every step of any life of a store', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (life) => {
        const world = new World();
        for (const step of life) {
          await world.take(step);
          await writeDeals(world.database, [], async () => {});
          await expectTrueColumns(world.database, today);
        }
        await rebuildAndCompare(world.database);
        await expectTrueColumns(world.database, today);
        await world.database.delete();
      }),
      { numRuns: 30 },
    );
    // Hundreds of writes to a store that is made of plain objects.
  }, 300_000);
});
