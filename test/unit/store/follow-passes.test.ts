import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { defaultProcess } from '../../../lib/deal/default-process';
import type { DealChange, DealRead, DealValues } from '../../../lib/deal/deal';
import type { ProcessVersion } from '../../../lib/deal/process';
import type { ImportWork } from '../../../lib/messages/import-steps';
import { rebuildColumns } from '../../../lib/store/columns/rebuild-columns';
import type { Database } from '../../../lib/store/database';
import { followPasses } from '../../../lib/store/follow-passes';
import { changedRows, type RowsDue } from '../../../lib/store/handoff-rows-to-store';
import { importStep } from '../../../lib/store/import-step';
import { type Moment, readPasses, type StoredPasses } from '../../../lib/store/read-passes';
import { saveRows } from '../../../lib/store/save-rows';
import { changeSettings } from '../../../lib/store/settings';
import { settleSite } from '../../../lib/store/settle-site';
import { beginSync } from '../../../lib/store/syncs';
import { writeReads } from '../../../lib/store/write-reads';
import { writeSync } from '../../../lib/store/write-sync';
import { batch, freshDatabase, syncStep, tenant } from './open';

const HOUR = 3_600_000;
const start = Date.parse('2026-03-31T08:00:00Z');
const iso = (instant: number): string => new Date(instant).toISOString();
const keyOf = (id: string) => `tryton|${tenant.tenant}|${id}`;
const mark = { uuid: 'u', content: 1 };

const version: ProcessVersion = {
  ...defaultProcess('2020-01-01', 'Europe/Copenhagen'),
  people: [
    { name: 'Ana', roles: ['sdr'], aliases: [] },
    { name: 'Ben', roles: ['ae'], aliases: [] },
    { name: 'Eva', roles: ['ae'], aliases: [] },
  ],
  stages: [
    { name: 'New', role: null, isQualified: false, isNurture: false },
    { name: 'Offer', role: null, isQualified: true, isNurture: false },
  ],
};

const id = fc.constantFrom('1', '2', '3', '4', '5');
const person = fc.constantFrom('Ana', 'Ben', 'Eva');
const instant = fc
  .constantFrom(2400, 2000, 1500, 1400, 700, 30, 2, 0)
  .map((hours) => iso(start - hours * HOUR));
const values: fc.Arbitrary<DealValues> = fc.record(
  {
    number: fc.constantFrom('N1', 'N2', 'N3'),
    owner: person,
    sdr: fc.constantFrom('Ana', null),
    stage: fc.constantFrom('New', 'Offer'),
    outcome: fc.constantFrom('open', 'won', 'lost'),
    createdOn: fc.constantFrom('2025-10-01', '2025-12-20', '2026-03-30'),
    closedOn: fc.constantFrom('2026-01-20', '2026-03-31', null),
    account: fc.constantFrom('Fjord', 'Nordlys'),
    firstTouchAt: fc.constantFrom('2026-01-02T10:00:00.000Z', null),
    source: fc.constantFrom('Referral', 'Fair'),
  },
  { requiredKeys: ['owner', 'createdOn'] },
);
const read: fc.Arbitrary<DealRead & { id: string }> = fc.record({ id, values, at: instant });
const stray: fc.Arbitrary<DealRead> = fc.record({ values, at: instant });
const change = fc.record({ at: instant, from: person, to: person });

/** A store that is written, and when it is looked at. */
class World {
  readonly database: Database = freshDatabase();
  now = start;
  #steps = 0;

  get moment(): Moment {
    return { today: '2026-03-31', now: iso(this.now), zone: 'Europe/Copenhagen' };
  }

  async import(work: ImportWork): Promise<void> {
    await importStep(this.database, { name: 'file', nth: (this.#steps += 1), work });
  }

  async sync(page: Parameters<typeof syncStep>[0]): Promise<void> {
    const run = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton', at: iso(this.now) };
    await beginSync(this.database, run);
    await writeSync(this.database, syncStep(page, iso(this.now)));
  }
}

type Step = (world: World) => Promise<unknown>;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.array(fc.oneof(read, read, stray), { minLength: 1, maxLength: 3 }), fc.constantFrom('a', 'b'))
      .map(
        ([reads, name]): Step =>
          ({ database }) =>
            writeReads(database, batch(reads, { view: { kind: 'list', name } })),
      ),
  },
  {
    weight: 3,
    // The same deal's history, longer or shorter than it was: its changes alone are others.
    arbitrary: fc.tuple(id, fc.array(change, { maxLength: 2 })).map(([of, changes]): Step => (world) => {
      const stated = changes.map((one) => ({ ...one, field: 'owner' as const }));
      const history = { fields: ['owner'] as const, until: iso(start), changes: stated };
      return world.sync({ phase: 'history', histories: [{ id: of, history }], done: 1 });
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, change).map(([of, { at, from, to }]): Step => (world) => {
      const row: DealChange = {
        key: keyOf(of),
        field: 'owner',
        from,
        to,
        at,
        notBefore: at,
        source: 'history',
      };
      return world.import({ kind: 'copies', rows: [{ key: row.key, changes: [row] }] });
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, fc.option(id), person).map(([of, convertedTo, convertedBy]): Step => (world) => {
      const lead = { id: of, createdOn: '2025-12-01', convertedOn: '2026-01-10', convertedBy };
      const place = { key: keyOf(of), crm: 'tryton', ...tenant, seenAt: iso(world.now) };
      const converted = convertedTo === null ? null : keyOf(convertedTo);
      return world.import({ kind: 'leads', rows: [{ ...place, ...lead, convertedTo: converted }] });
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, instant, fc.boolean()).map(([of, at, isTaken]): Step => ({ database }) => {
      const verdict = { deal: keyOf(of), attempt: 1, at, decision: 'rejected' as const };
      const drop = [[verdict.deal, 1, at] as [string, number, string]];
      return saveRows(database, { table: 'verdicts', ...(isTaken ? { put: [verdict] } : { drop }) });
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1, HOUR, 5 * HOUR).map((ms): Step => async (world) => {
      world.now += ms;
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step[]>(
      ({ database }) => saveRows(database, { table: 'process', put: [{ ...version, decideWithinDays: 9 }] }),
      ({ database }) => changeSettings(database, { teams: [{ name: 'North', members: ['Ana', 'Ben'] }] }),
      ({ database }) => settleSite(database, tenant.host, true),
      ({ database }) => rebuildColumns(database),
    ),
  },
);

/** All that a finding says, in no order but that of the figures. */
const said = ({ book: { found, seen, deals }, leads, rules, asOf, isSet }: StoredPasses) => ({
  found,
  seen,
  deals: new Map(deals),
  leads: { ...leads, deals: leads.deals.toSorted((a, b) => (a.key < b.key ? -1 : 1)) },
  rules: rules.map(({ setting, fields, calendar }) => ({ setting, fields, calendar })),
  asOf,
  isSet,
});

/** Stores the rows that differ, as a page has it done. */
async function storeRows(database: Database, due: RowsDue): Promise<void> {
  for (let piece = await due.next(database); piece !== undefined; piece = await due.next(database)) {
    await database.handoffs.bulkPut([...piece.put]);
    await database.handoffs.bulkDelete([...piece.drop]);
  }
}

describe('passes that are followed', () => {
  it('are those of all deals read anew, and so are their rows, after every step of any life of a store', async () => {
    let [gone, all] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (life) => {
        const world = new World();
        const { database } = world;
        await saveRows(database, { table: 'process', put: [version] });
        await writeReads(
          database,
          batch([{ id: '1', at: iso(start - 2400 * HOUR), values: { owner: 'Ana' } }]),
        );
        let last = await readPasses(database, world.moment);
        let due = changedRows(last, mark);
        for (const [nth, take] of life.entries()) {
          await take(world);
          const followed = await followPasses(database, world.moment, last);
          all += 1;
          if (followed !== undefined) gone += 1;
          last = followed ?? (await readPasses(database, world.moment));
          const plain = await readPasses(database, world.moment);
          expect(said(last)).toEqual(said(plain));
          const [left, renewed] = [due.left(), followed?.book.renewed];
          due = changedRows(last, mark, left && renewed && new Set([...left, ...renewed]));
          // Now and then the rows are not all stored before the store is another one.
          if (nth % 3 === 2) continue;
          await storeRows(database, due);
          expect(await changedRows(plain, mark).next(database)).toBeUndefined();
        }
        await database.delete();
      }),
      { numRuns: 40 },
    );
    // Or it would prove nothing.
    expect(gone / all).toBeGreaterThan(0.6);
  }, 300_000);

  const at = iso(start - 2000 * HOUR);
  const passed = { field: 'owner' as const, from: 'Ana', to: 'Ben', at };
  const owner: DealRead = {
    id: '1',
    at: iso(start - HOUR),
    values: { owner: 'Ben', createdOn: '2025-12-01' },
  };

  /** A store of one deal that was passed and has lapsed since, its row stored; all is over. */
  async function calm() {
    const world = new World();
    const { database } = world;
    await saveRows(database, { table: 'process', put: [version] });
    await world.sync({ deals: [{ ...owner, id: '1' }], done: 1, total: 1 });
    await history(world, [passed]);
    let last = await readPasses(database, world.moment);
    let due = changedRows(last, mark);
    const look = async () => {
      await storeRows(database, due);
      const followed = await followPasses(database, world.moment, last);
      if (followed === undefined) throw new Error('not followed');
      last = followed;
      const plain = await readPasses(database, world.moment);
      expect(said(last)).toEqual(said(plain));
      due = changedRows(last, mark, followed.book.renewed);
      await storeRows(database, due);
      expect(await changedRows(plain, mark).next(database)).toBeUndefined();
      const { renewed, found } = followed.book;
      return { renewed: [...(renewed ?? [])], decisions: found[0]?.handoffs.map((one) => one.decision.kind) };
    };
    return { world, look };
  }

  const history = (world: World, changes: readonly (typeof passed)[]) => {
    const stated = { fields: ['owner'] as const, until: iso(start - HOUR), changes };
    return world.sync({ phase: 'history', histories: [{ id: '1', history: stated }], done: 1 });
  };

  it.each([
    [600, true],
    [601, false],
  ])('of 2,400 deals are followed of a quarter at most: %i are: %s', async (n, isFollowed) => {
    const world = new World();
    const { database } = world;
    await saveRows(database, { table: 'process', put: [version] });
    // Lost long ago, and never with an SDR: of these no later instant finds anything.
    const values = {
      owner: 'Ben',
      createdOn: '2025-01-01',
      outcome: 'lost',
      closedOn: '2025-02-01',
    } as const;
    const write = async (from: number, to: number, stage: string) => {
      for (let first = from; first < to; first += 400) {
        const ids = Array.from({ length: Math.min(400, to - first) }, (_, nth) => `${first + nth}`);
        const deals = ids.map((one) => ({ id: one, at: iso(world.now), values: { ...values, stage } }));
        await world.import({ kind: 'reads', place: { crm: 'tryton', ...tenant }, rows: deals });
      }
    };
    await write(0, 2400, 'New');
    const before = await readPasses(database, world.moment);
    expect(before.making.passes.unsettled()).toEqual([]);
    world.now += 1;
    await write(0, n, 'Offer');
    const reads = vi.spyOn(IDBIndex.prototype, 'getAll');
    const followed = await followPasses(database, world.moment, before);
    const queries = reads.mock.calls.length;
    vi.restoreAllMocks();
    expect(followed !== undefined).toBe(isFollowed);
    // One query a deal: what the bound is there for.
    expect(queries).toBe(isFollowed ? n : 0);
  });

  it('are not looked for where nothing was written', async () => {
    const { world, look } = await calm();
    world.now += HOUR;
    expect(await look()).toEqual({ renewed: [], decisions: ['lapsed'] });
  });

  it('and leads are others where a CRM is read further', async () => {
    const { world, look } = await calm();
    const listed = { phase: 'history', leads: [{ id: 'l', createdOn: '2026-03-01' }], done: 1 } as const;
    for (const leadsReach of ['more', 'partly', 'whole'] as const) {
      await world.sync({ ...listed, leadsReach });
      await look();
    }
    expect(await look()).toMatchObject({ renewed: [] });
  });

  it('are others with a verdict, and as before without it', async () => {
    const { world, look } = await calm();
    const verdict = {
      deal: keyOf('1'),
      attempt: 1,
      at: iso(start - 1900 * HOUR),
      decision: 'rejected' as const,
    };
    await saveRows(world.database, { table: 'verdicts', put: [verdict] });
    expect(await look()).toEqual({ renewed: [keyOf('1')], decisions: ['rejected'] });
    await saveRows(world.database, { table: 'verdicts', drop: [[verdict.deal, 1, verdict.at]] });
    expect(await look()).toEqual({ renewed: [keyOf('1')], decisions: ['lapsed'] });
  });

  it('are others where a history alone is another one, and their rows go with them', async () => {
    const { world, look } = await calm();
    const back = { ...passed, from: 'Ben', to: 'Ana', at: iso(start - 1990 * HOUR) };
    const again = { ...passed, at: iso(start - 1980 * HOUR) };
    await history(world, [passed, back, again]);
    expect(await look()).toEqual({ renewed: [keyOf('1')], decisions: ['recycled', 'lapsed'] });
    await history(world, [passed]);
    expect(await look()).toEqual({ renewed: [keyOf('1')], decisions: ['lapsed'] });
    expect(await world.database.handoffs.count()).toBe(1);
  });
});
