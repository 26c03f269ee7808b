import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../lib/messages/parse-message';
import type { ReadBatch, SyncBatch } from '../../../lib/messages/protocol';
import { readBatch, syncBatch } from '../../../lib/messages/schemas';
import { batch, read, syncStep } from '../store/open';

describe('parseMessage', () => {
  it('lets a well-formed batch through unchanged', () => {
    const message = batch([
      read('7', {
        amount: { decimal: '1.50', currency: 'EUR' },
        qualification: { need: 'yes', money: null },
      }),
      read(undefined, { number: '4', closeOn: null }),
    ]);
    const parsed = parseMessage(readBatch, message);
    expect(parsed).toEqual({ data: message });
    // The schema's own type is the contract's: this line fails to compile where they part.
    if ('data' in parsed) parsed.data satisfies ReadBatch;
  });

  it('lets a sync step through unchanged', () => {
    const change = {
      field: 'qualification.need',
      from: null,
      to: 'x',
      at: '2026-01-01T00:00:00.000001Z',
    } as const;
    const amount = { field: 'amount', from: null, to: { decimal: '5' }, at: '2026-01-01T00:00:00Z' } as const;
    const history = { fields: ['amount' as const], until: '2026-01-02T00:00:00Z', changes: [change, amount] };
    const message = syncStep({ phase: 'history', histories: [{ id: '7', history }] });
    const parsed = parseMessage(syncBatch, message);
    expect(parsed).toEqual({ data: message });
    if ('data' in parsed) parsed.data satisfies SyncBatch;
  });

  const good = batch([read('7', { stage: 'lead' })]);
  it.each([
    ['a deal without the time of its read', { ...good, reads: [{ id: '7', values: {} }] }, 'reads.0.at'],
    ['a field that no deal has', batch([read('7', { colour: 'red' } as never)]), 'reads.0.values'],
    ['an amount that is a float', batch([read('7', { amount: 12.5 } as never)]), 'reads.0.values.amount'],
    ['an amount in words', batch([read('7', { amount: { decimal: '12k' } })]), 'amount.decimal'],
    ['a day that does not exist', batch([read('7', { closeOn: '2026-02-30' })]), 'closeOn'],
    ['a probability in percent', batch([read('7', { crmProbability: 40 })]), 'crmProbability'],
    ['an outcome nobody knows', batch([read('7', { outcome: 'maybe' } as never)]), 'outcome'],
    [
      'a currency that is a sign',
      batch([read('7', { amount: { decimal: '1', currency: '$' } })]),
      'currency',
    ],
    ['an empty id', batch([read('', {})]), 'reads.0.id'],
    ['501 deals', batch(Array.from({ length: 501 }, (_, n) => read(String(n), {}))), 'reads'],
    ['a field more', { ...good, extra: 1 }, 'message'],
    ['no object at all', 'drop table', 'message'],
  ])('refuses %s, says where, and never quotes it', (_, message, where) => {
    const parsed = parseMessage(readBatch, message);
    expect(parsed).toHaveProperty('refused');
    if ('refused' in parsed) expect(parsed.refused).toContain(where);
  });
});
