import { describe, expect, it } from 'vitest';
import { defaultProcess } from '../../../lib/deal/default-process';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import type { Verdict } from '../../../lib/deal/verdict';
import { refusalOf } from '../../../lib/messages/check-own';
import { readPasses } from '../../../lib/store/read-passes';
import { freshDatabase, tenant } from './open';

const key = `tryton|${tenant.tenant}|9`;
const place = { key, crm: 'tryton', ...tenant };
const seenAt = '2026-03-30T10:00:00.000Z';
const moment = { today: '2026-04-30', now: '2026-04-30T12:00:00.000Z', zone: 'Europe/Copenhagen' };

const deal: Deal = {
  ...place,
  id: '9',
  name: 'Pump',
  createdOn: '2026-01-05',
  owner: 'Ben',
  stage: 'New',
  outcome: 'open',
  sources: {},
  seenAt,
  seenVia: 'api',
  contentHash: 'c',
};
const owner = (from: string, to: string, at: string): DealChange => ({
  key,
  field: 'owner',
  from,
  to,
  at,
  notBefore: at,
  source: 'history',
});
/** Back with Ana on 25 February, and passed to Ben on 10 March: of the pass before, only the lead tells. */
const changes = [
  owner('Ben', 'Ana', '2026-02-25T09:00:00.000Z'),
  owner('Ana', 'Ben', '2026-03-10T09:00:00.000Z'),
];
const lead = { ...place, id: 'L', convertedTo: key, convertedOn: '2026-02-20', convertedBy: 'Ana', seenAt };

async function found(verdicts: readonly Verdict[], leads = [lead], of: Partial<Deal> = {}) {
  const database = freshDatabase();
  await database.deals.put({ ...deal, ...of, slot: 0 });
  await database.changes.bulkAdd(changes);
  await database.leads.bulkPut(leads);
  await database.verdicts.bulkPut([...verdicts]);
  await database.process.put({
    ...defaultProcess('2020-01-01', 'Europe/Copenhagen'),
    people: [
      { name: 'Ana', roles: ['sdr'], aliases: [] },
      { name: 'Ben', roles: ['ae'], aliases: [] },
    ],
  });
  const { book } = await readPasses(database, moment);
  return { seen: book.seen, handoffs: book.found[0]?.handoffs ?? [] };
}

async function decided(verdicts: readonly Verdict[], leads = [lead]) {
  const { handoffs } = await found(verdicts, leads);
  return handoffs.map(({ pass, decision }) => `${pass.attempt} ${decision.kind}`);
}

async function hotOf(verdicts: readonly Verdict[], of: Partial<Deal> = {}) {
  const { seen, handoffs } = await found(verdicts, [lead], of);
  return { deals: seen.hot, passes: handoffs.map(({ hotPass }) => hotPass) };
}

describe('a verdict', () => {
  const accepted: Verdict = { deal: key, attempt: 1, at: '2026-03-11T10:00:00.000Z', decision: 'accepted' };
  const late: Verdict = { ...accepted, at: '2026-03-12T10:00:00.000Z', decision: 'rejected' };

  it('stays with its pass when a lead tells of an earlier one', async () => {
    expect(await decided([accepted], [])).toEqual(['1 accepted']);
    expect(await decided([accepted])).toEqual(['1 recycled', '2 accepted']);
  });

  it('says which pass it is of, so that one on the pass before may come late', async () => {
    const said = { ...late, passedAt: '2026-02-20T22:59:59.999Z' };
    expect(refusalOf('verdicts', [said])).toBeUndefined();
    expect(await decided([said])).toEqual(['1 rejected', '2 lapsed']);
    const shifted = { ...accepted, passedAt: '2026-03-10T09:00:00.000Z' };
    expect(await decided([shifted, said])).toEqual(['1 rejected', '2 accepted']);
  });

  it('counts by its number where no pass was yet', async () => {
    const early: Verdict = { ...accepted, attempt: 2, passedAt: '2026-01-10T00:00:00.000Z' };
    expect(await decided([early])).toEqual(['1 recycled', '2 accepted']);
  });
});

describe('whether a handoff was hot', () => {
  const first = '2026-02-20T22:59:59.999Z';
  const second = '2026-03-10T09:00:00.000Z';
  const said = (hot: boolean, at: string, passedAt = second): Verdict => ({
    deal: key,
    attempt: 1,
    passedAt,
    at,
    hot,
  });

  it('is not known where nobody says so: a meeting that is set now may have been set since', async () => {
    expect(await hotOf([], { meetingSetFor: '2026-03-12T09:00:00.000Z' })).toEqual({
      deals: 0,
      passes: [null, null],
    });
  });

  it('is said of each pass by itself, the latest word counts, and it decides nothing', async () => {
    const words = [
      said(true, '2026-03-11T10:00:00.000Z', first),
      said(true, '2026-03-11T10:00:01.000Z'),
      said(false, '2026-03-12T10:00:00.000Z'),
    ];
    expect(refusalOf('verdicts', words)).toBeUndefined();
    expect(await hotOf(words)).toEqual({ deals: 1, passes: [true, false] });
    expect(await decided(words)).toEqual(await decided([]));
  });

  it('may be said late, and not ahead of the clock', async () => {
    expect((await hotOf([said(true, '2026-04-29T10:00:00.000Z')])).passes).toEqual([null, true]);
    expect((await hotOf([said(true, '2026-05-29T10:00:00.000Z')])).passes).toEqual([null, null]);
  });

  it('is taken of the deal for its last pass alone, and a word goes before it', async () => {
    expect(await hotOf([], { hotPass: true })).toEqual({ deals: 1, passes: [null, true] });
    expect(await hotOf([], { hotPass: false })).toEqual({ deals: 1, passes: [null, false] });
    expect(await hotOf([], { hotPass: null })).toEqual({ deals: 0, passes: [null, null] });
    const word = said(false, '2026-03-11T10:00:00.000Z');
    expect((await hotOf([word], { hotPass: true })).passes).toEqual([null, false]);
    // A decision says nothing of it.
    const decision: Verdict = { deal: key, attempt: 2, at: '2026-03-12T10:00:00.000Z', decision: 'accepted' };
    expect((await hotOf([decision], { hotPass: true })).passes).toEqual([null, true]);
  });

  it('is not kept where nothing is said at all', () => {
    const { hot: _, ...nothing } = said(true, '2026-03-11T10:00:00.000Z');
    expect(refusalOf('verdicts', [nothing])).toBeDefined();
  });
});
