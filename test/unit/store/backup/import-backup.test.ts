import { describe, expect, it } from 'vitest';
import { backupChunks } from '../../../../lib/export/backup-chunks';
import type { Database } from '../../../../lib/store/database';
import { importBackup, type ImportOptions } from '../../../../lib/store/backup/import-backup';
import { defaultProcess } from '../../../../lib/deal/default-process';
import type { Lead } from '../../../../lib/deal/lead';
import type { Verdict } from '../../../../lib/deal/verdict';
import { importStep } from '../../../../lib/store/import-step';
import { readPasses } from '../../../../lib/store/read-passes';
import { readBackup } from '../../../../lib/store/read-backup';
import { saveRows } from '../../../../lib/store/save-rows';
import { changeSettings } from '../../../../lib/store/settings';
import { updateSite } from '../../../../lib/store/sites';
import { beginSync } from '../../../../lib/store/syncs';
import { wipeStore } from '../../../../lib/store/wipe';
import { writeReads } from '../../../../lib/store/write-reads';
import { writeSync } from '../../../../lib/store/write-sync';
import { batch, dump, freshDatabase, read, syncStep, tenant, saveTargets } from '../open';

const verdict: Verdict = {
  deal: 'tryton|crm.example.com/sales|7',
  attempt: 1,
  at: '2026-03-04T10:00:00.000Z',
  by: 'Ida',
  decision: 'recycled',
  reason: 'timing',
  note: 'Budget in May',
};

const lead: Lead = {
  key: 'tryton|crm.example.com/sales|L%7C1',
  crm: 'tryton',
  ...tenant,
  id: 'L|1',
  name: 'Sara',
  source: null,
  owner: 'Ida',
  createdOn: '2026-02-01',
  convertedOn: '2026-03-01',
  convertedTo: 'tryton|crm.example.com/sales|7',
  seenAt: '2026-03-02T10:00:00.000Z',
};

async function filled(): Promise<Database> {
  const database = freshDatabase();
  const values = {
    name: '"Æ" <b>',
    amount: { decimal: '12.50', currency: 'EUR' },
    qualification: { need: 'CFO' },
  };
  await writeReads(
    database,
    batch([read('7', { ...values, stage: 'lead' }), read(undefined, { number: '9' })]),
  );
  await writeReads(
    database,
    batch([read('7', { stage: 'won', outcome: 'won' }, '2026-03-04T10:00:00.000Z')]),
  );
  await changeSettings(database, {
    me: 'Ida',
    fiscal: { period: 'month', yearStartMonth: 4 },
    reportingCurrency: 'EUR',
    teams: [{ name: 'North', members: ['Ida'] }],
    scope: 'team:North',
  });
  await database.rates.put({ from: 'DKK', to: 'EUR', on: '2026-01-01', rate: '0.134' });
  const held = { from: '2026-03-01', amountMinor: 900, currency: 'EUR' };
  await saveTargets(database, [{ scope: 'person:Ida', period: '2026-03-01/2026-04-01', ...held }]);
  await saveRows(database, { table: 'process', put: [defaultProcess('2026-03-01', 'Europe/Copenhagen')] });
  await saveRows(database, { table: 'verdicts', put: [verdict] });
  await importStep(database, { name: 'leads', nth: 0, work: { kind: 'leads', rows: [lead] } });
  await updateSite(database, 'crm.example.com', { overlayOn: false });
  await beginSync(database, { ...run, at: '2026-03-05T10:00:00.000Z' });
  return database;
}

async function backupOf(database: Database): Promise<string> {
  let text = '';
  for await (const part of backupChunks(
    { stafet: 1, exportedAt: '2026-03-05T10:00:00.000Z' },
    readBackup(database),
  )) {
    text += part;
  }
  return text;
}

const run = { ...tenant, runId: 'r-1', crm: 'tryton', label: 'Tryton' };

let imports = 0;

/** Imports as the dashboard does, with the worker at hand; `send` may be a worse way there. */
function importText(
  database: Database,
  text: string,
  send: ImportOptions['send'] = (step) => importStep(database, step),
) {
  return importBackup(new Blob([text]), { name: `i-${(imports += 1)}`, send });
}

describe('a backup', () => {
  it('counts its leads by themselves, those that are here already as well, and keeps that one is removed', async () => {
    const database = freshDatabase();
    const gone = { ...lead, seenAs: 'u', removedAt: '2026-03-04T10:00:00.000Z' };
    await importStep(database, { name: 'leads', nth: 0, work: { kind: 'leads', rows: [gone] } });
    const text = await backupOf(database);
    expect(await importText(database, text)).toMatchObject({
      leads: { added: 0, updated: 0, unchanged: 1 },
      others: { added: 0, kept: 0 },
    });
    await wipeStore(database);
    expect(await importText(database, text)).toMatchObject({
      leads: { added: 1, updated: 0, unchanged: 0 },
      others: { added: 0, kept: 0 },
    });
    expect(await database.leads.toArray()).toEqual([gone]);
  });

  it.each(['more', 'whole'] as const)(
    'knows of no leads, read as far as "%s", whether they are all: they are not until all are read again',
    async (leadsReach) => {
      const database = freshDatabase();
      const partly = async () => {
        const now = '2026-03-31T12:00:00.000Z';
        return (await readPasses(database, { today: now.slice(0, 10), now, zone: 'UTC' })).leads.partly;
      };
      const readAll = async (runId: string, reach: typeof leadsReach) => {
        await beginSync(database, { ...run, runId, at: '2026-03-05T10:00:00.000Z' });
        const page = { phase: 'history', leads: [{ id: '1', createdOn: '2026-03-01' }] } as const;
        await writeSync(database, { ...syncStep({ ...page, leadsReach: reach }), runId });
      };
      await readAll('r-1', leadsReach);
      const text = await backupOf(database);
      await wipeStore(database);
      expect(await importText(database, text)).toMatchObject({ leads: { added: 1 } });
      expect(await partly()).toEqual([{ tenant: tenant.tenant, reach: 'more' }]);
      await readAll('r-2', 'whole');
      expect(await partly()).toEqual([]);
    },
  );

  it('brings everything back but hosts and syncs', async () => {
    const database = await filled();
    const before = await dump(database);
    const text = await backupOf(database);
    await wipeStore(database);
    expect(await importText(database, text)).toMatchObject({ kind: 'imported' });
    expect(await dump(database)).toEqual({
      ...before,
      sites: [],
      syncs: [],
      changes: expect.any(Array) as unknown[],
    });
    const withoutId = ({ id: _, ...change }: Record<string, unknown>) => change;
    const changes = (await dump(database))['changes'] as Record<string, unknown>[];
    expect(changes.map(withoutId)).toEqual((before['changes'] as Record<string, unknown>[]).map(withoutId));
  });

  it('changes nothing when it is imported twice, or over newer deals', async () => {
    const database = await filled();
    const text = await backupOf(database);
    await writeReads(database, batch([read('7', { stage: 'lost' }, '2026-03-09T10:00:00.000Z')]));
    const before = await dump(database);
    await importText(database, text);
    expect(await dump(database)).toEqual(before);
  });

  it('loses no verdict and no rules that are here, whatever it says of them', async () => {
    const database = await filled();
    const text = await backupOf(database);
    await saveRows(database, { table: 'verdicts', put: [{ ...verdict, decision: 'accepted' }] });
    const later = { ...verdict, at: '2026-03-06T10:00:00.000Z', note: 'They called again' };
    await saveRows(database, { table: 'verdicts', put: [later] });
    const rules = { ...defaultProcess('2026-03-01', 'Europe/Copenhagen'), decideWithinDays: 7 };
    await saveRows(database, { table: 'process', put: [rules] });
    const before = await dump(database);
    expect(await importText(database, text)).toMatchObject({ others: { added: 0, kept: 2 } });
    expect(await dump(database)).toEqual(before);
    await database.verdicts.clear();
    expect(await importText(database, text)).toMatchObject({ others: { added: 1 } });
    expect(await database.verdicts.toArray()).toEqual([verdict]);
  });

  it.each([
    ['no JSON', '{"stafet":1,', 'not-json'],
    ['another file', '{"hello":1}', 'not-a-backup'],
    ['a version that we do not know', '{"stafet":2,"tables":{}}', 'not-a-backup'],
    ['a table that we do not know', '{"stafet":1,"tables":{"users":[{}]}}', 'unknown-table users'],
    ['a host grant', '{"stafet":1,"tables":{"sites":[{"host":"evil.example.com"}]}}', 'unknown-table sites'],
    ['a deal that is none', '{"stafet":1,"tables":{"deals":[{"key":"a|b|c"}]}}', 'deals.0'],
    ['an amount that is no integer', '', 'deals.0.amountMinor'],
    ['a key that is not of its deal', '', 'deals.0.key'],
    ['a deal read in the future', '', 'deals.0.seenAt'],
    ['a value read in the future', '', 'deals.0.sources.stage'],
    ['a change read in the future', '', 'changes.0.at'],
    ['a verdict that is none', '', 'verdicts.0.decision'],
    ['rules in a zone that there is none of', '', 'process.0.calendar.timeZone'],
    ['a deal that is sound beside one that is not', '', 'deals.1'],
  ])('with %s is refused, says where, and changes nothing', async (what, text, why) => {
    const database = await filled();
    const whole = JSON.parse(await backupOf(database)) as {
      tables: { deals: object[]; changes: object[]; verdicts: object[]; process: object[] };
    };
    const [deal = {}] = whole.tables.deals;
    if (what.startsWith('an amount')) whole.tables.deals = [{ ...deal, amountMinor: 12.5 }];
    if (what.startsWith('a key')) whole.tables.deals = [{ ...deal, key: 'tryton|crm.example.com/sales|8' }];
    const later = { at: '2999-01-01T00:00:00Z' };
    if (what.startsWith('a deal read')) whole.tables.deals = [{ ...deal, seenAt: later.at }];
    if (what.startsWith('a value read'))
      whole.tables.deals = [{ ...deal, sources: { stage: { from: 'page', view: 'list', ...later } } }];
    if (what.startsWith('a change read')) Object.assign(whole.tables.changes[0] ?? {}, later);
    if (what.startsWith('a verdict')) whole.tables.verdicts = [{ ...verdict, decision: 'maybe' }];
    if (what.startsWith('rules')) whole.tables.process = [defaultProcess('2026-03-01', 'Mars/Base')];
    if (what.startsWith('a deal that is sound')) whole.tables.deals = [deal, { ...deal, outcome: 'maybe' }];
    const before = await dump(database);
    const outcome = await importText(database, text === '' ? JSON.stringify(whole) : text);
    expect(outcome.kind).toBe('refused');
    if (outcome.kind === 'refused') expect(`${outcome.why} ${outcome.where ?? ''}`).toContain(why);
    expect(await dump(database)).toEqual(before);
  });

  it('cannot reach a prototype', async () => {
    const database = freshDatabase();
    const text = '{"stafet":1,"tables":{"__proto__":[{"polluted":true}],"deals":[]}}';
    await importText(database, text);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('says how far it has come, and takes what is many in steps', async () => {
    const database = freshDatabase();
    for (const part of [0, 1, 2, 3])
      await writeReads(
        database,
        batch(
          Array.from({ length: 300 }, (_, nth) =>
            read(String(part * 300 + nth), { stage: 'lead', name: `${nth}` }),
          ),
        ),
      );
    const text = await backupOf(database);
    await wipeStore(database);
    const shares: number[] = [];
    const sizes: number[] = [];
    const report = await importBackup(new Blob([text]), {
      name: 'i',
      onProgress: (share) => shares.push(share),
      send(step) {
        sizes.push(step.work.rows.length);
        return importStep(database, step);
      },
    });
    expect(report).toMatchObject({ kind: 'imported', deals: { added: 1200, updated: 0, unchanged: 0 } });
    expect(sizes.slice(0, 3)).toEqual([500, 500, 200]);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('counts right and stores once where answers are lost, and requests are', async () => {
    const database = await filled();
    const text = await backupOf(database);
    const sound = await importText(database, text);
    await wipeStore(database);
    const first = await importText(database, text);
    const whole = await dump(database);
    await wipeStore(database);
    let calls = 0;
    const lossy = await importText(database, text, async (step) => {
      calls += 1;
      if (calls % 3 === 1) throw new Error('the worker died before');
      const answer = await importStep(database, step);
      if (calls % 3 === 2) throw new Error('the worker died after');
      return answer;
    });
    expect(lossy).toEqual(first);
    expect(lossy).not.toEqual(sound);
    const withoutIds = (tables: Record<string, unknown[]>) => ({
      ...tables,
      changes: tables['changes']?.length,
    });
    expect(withoutIds(await dump(database))).toEqual(withoutIds(whole));
  });

  it('that the worker no longer takes is broken off, and goes through when it is imported again', async () => {
    const database = await filled();
    const text = await backupOf(database);
    await wipeStore(database);
    let calls = 0;
    const dying: ImportOptions['send'] = async (step) => {
      if ((calls += 1) > 2) throw new Error('no worker');
      return importStep(database, step);
    };
    await expect(importBackup(new Blob([text]), { name: 'i', send: dying, patienceMs: 300 })).rejects.toThrow(
      'broken off',
    );
    expect(await importText(database, text)).toMatchObject({ deals: { added: 0 }, settings: 'taken' });
  });

  it('is refused where it is too large, or too large to be sorted', async () => {
    const database = await filled();
    await writeReads(database, batch([read('8', { stage: 'lead' })]));
    const whole = JSON.parse(await backupOf(database)) as { tables: { deals: object[] } };
    whole.tables.deals.reverse();
    const sizedAs = (size: number) =>
      Object.defineProperty(new Blob([JSON.stringify(whole)]), 'size', { value: size });
    const send = () => Promise.reject(new Error('nothing is sent'));
    expect(await importBackup(sizedAs(2 * 1024 ** 3), { name: 'i', send })).toMatchObject({
      why: 'too-large',
    });
    expect(await importBackup(sizedAs(60 * 1024 ** 2), { name: 'i', send })).toMatchObject({
      why: 'unsorted',
    });
    await wipeStore(database);
    expect(await importText(database, JSON.stringify(whole))).toMatchObject({ deals: { added: 3 } });
  });
});

describe('what was said of a list', () => {
  const said = (at: string, amount: 'amount' | null) => ({
    tenant: 'crm.example.com',
    view: 'list /deals',
    columns: { name: 'name', value: amount },
    stages: [],
    at,
  });
  const [earlier, later] = [said('2026-03-01T10:00:00Z', null), said('2026-03-02T10:00:00Z', 'amount')];

  it.each([
    ['earlier', later, earlier],
    ['later', earlier, later],
  ])(
    'comes from a backup of its own, and the later one stays: the backup has the %s',
    async (_, ours, theirs) => {
      const database = freshDatabase();
      await database.table('mappings').put(ours);
      const before = await dump(database);
      const text = JSON.stringify({ stafet: 1, tables: { mappings: [theirs] } });
      expect(await importText(database, text)).toMatchObject({ kind: 'imported' });
      expect(await database.table('mappings').toArray()).toEqual([later]);
      expect(await importText(database, text)).toMatchObject({ others: { added: 0 } });
      const { mappings: _before, summary: _old, ...rest } = before;
      expect(await dump(database)).toMatchObject(rest);
    },
  );
});
