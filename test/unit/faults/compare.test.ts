import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compare, type Stored } from '../../faults/compare';
import { changeRows, dealRow, type Version } from '../../faults/invented-deals';
import { Ledger, type Sent } from '../../faults/ledger';

const tenant = '127.0.0.1:8080';
const first: Version[] = ['2', '4', '6'].map((id) => ({ id, version: 1, at: '2026-01-01T10:00:00.000Z' }));
const edit: Version = { id: '4', version: 2, at: '2026-01-01T11:00:00.000Z' };

let folder: string;
let ledger: Ledger;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stafet-ledger-'));
  ledger = new Ledger({ tenant, file: join(folder, 'acknowledged.jsonl') });
  for (const sent of [
    { kind: 'reads', name: 'batch-1', states: first },
    { kind: 'reads', name: 'batch-2', states: [edit] },
    { kind: 'rate', on: '2026-01-01', rate: '7.46' },
    { kind: 'setting', me: 'Ada' },
  ] satisfies Sent[]) {
    ledger.send(sent);
    ledger.acknowledge(sent);
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

const stored = (change: Partial<Stored> = {}): Stored => ({
  deals: [first[0]!, edit, first[2]!].map((state) => dealRow(tenant, state)),
  changes: changeRows(tenant, first[1]!, edit),
  rates: [{ on: '2026-01-01', rate: '7.46' }],
  me: 'Ada',
  ...change,
});

const found = (change: Partial<Stored>) => {
  const { lost, partial, wrong } = compare(ledger, stored(change));
  const names = (list: typeof lost) => list.map(({ kind, name }) => `${kind} ${name}`);
  return { lost: names(lost), partial: names(partial), wrong: names(wrong) };
};

describe('what was acknowledged', () => {
  test('is written to the log, one line each, and counted once', () => {
    const lines = readFileSync(join(folder, 'acknowledged.jsonl'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(4);
    // Three deals, the changes of one edit, a rate and a setting.
    expect(ledger.acknowledged).toBe(3 + changeRows(tenant, first[1]!, edit).length + 2);
  });

  test('is found, where the store holds it', () => {
    expect(found({})).toEqual({ lost: [], partial: [], wrong: [] });
  });

  test('is lost where it is not there', () => {
    const { deals, changes } = stored();
    expect(found({ deals: deals.slice(1) }).lost).toEqual(['deal 2']);
    expect(found({ changes: changes.slice(1) }).lost).toEqual(['change 4']);
    expect(found({ rates: [] }).lost).toEqual(['rate 2026-01-01']);
    expect(found({ me: undefined }).lost).toEqual(['setting me']);
  });

  test('is partial where it is older, or other in a single value', () => {
    const [one, , three] = stored().deals;
    expect(found({ deals: [one!, dealRow(tenant, first[1]!), three!] }).partial).toEqual(['deal 4']);
    expect(found({ deals: [{ ...one!, amountMinor: 1 }, ...stored().deals.slice(1)] }).partial).toEqual([
      'deal 2',
    ]);
    expect(found({ rates: [{ on: '2026-01-01', rate: '7.4' }] }).partial).toEqual(['rate 2026-01-01']);
    expect(found({ me: 'Bo' }).partial).toEqual(['setting me']);
  });

  test('is wrong where it is there twice, or was sent by nobody', () => {
    const { deals, changes, rates } = stored();
    const stranger = dealRow(tenant, { id: '8', version: 1, at: '2026-01-01T10:00:00.000Z' });
    expect(found({ changes: [...changes, changes[0]!] }).wrong).toEqual(['change 4']);
    expect(found({ deals: [...deals, stranger] }).wrong).toEqual(['deal 8']);
    expect(found({ rates: [...rates, { on: '2026-01-02', rate: '1' }] }).wrong).toEqual(['rate 2026-01-02']);
  });

  test('is asked for no more once it was found to be lost', () => {
    ledger.settle(['2']);
    expect(found({ deals: stored().deals.slice(1) }).lost).toEqual([]);
    expect(found({}).wrong).toEqual([]);
  });
});

describe('a batch that was under way', () => {
  const next: Version[] = [
    { id: '2', version: 2, at: '2026-01-01T12:00:00.000Z' },
    { id: '10', version: 1, at: '2026-01-01T12:00:00.000Z' },
  ];
  const after = () => {
    const { deals, changes } = stored();
    return {
      deals: [...next.map((state) => dealRow(tenant, state)), ...deals.slice(1)],
      changes: [...changes, ...changeRows(tenant, first[0]!, next[0]!)],
    };
  };
  beforeEach(() => ledger.send({ kind: 'reads', name: 'batch-3', states: next }));

  test('may be there or not', () => {
    expect(compare(ledger, stored())).toMatchObject({
      lost: [],
      partial: [],
      wrong: [],
      landed: 0,
      dropped: 1,
    });
    expect(compare(ledger, stored(after()))).toMatchObject({ lost: [], partial: [], wrong: [], landed: 1 });
  });

  test('may not be there in part', () => {
    const { deals, changes } = after();
    expect(found({ deals: deals.filter(({ id }) => id !== '10'), changes }).partial).toEqual(['deal 2']);
    expect(found({ deals }).lost).toContain('change 2');
  });

  test('is given up with whatever was lost', () => {
    ledger.settle(['6']);
    expect(ledger.pending).toEqual([]);
    expect(ledger.deals.has('2')).toBe(false);
  });
});
