import { describe, expect, it } from 'vitest';
import type { ReadProblem } from '../../../lib/crm/adapter';
import { delivered } from '../../../lib/messages/delivered';
import type { Delivery } from '../../../lib/messages/outbox';
import type { ReadAck } from '../../../lib/messages/protocol';
import { batch, read } from '../store/open';

const problem: ReadProblem = { code: 'row-refused', row: 'D-1' };
const acked = (change: Partial<ReadAck>): Delivery<ReadAck> => ({
  kind: 'acked',
  ack: { batchId: 'b', stored: 0, unchanged: 0, refused: [], bound: {}, ...change },
});
const refused: Delivery<ReadAck> = { kind: 'refused', why: 'url: not the page that sent it' };
const two = batch([read('1', { number: 'D-1' }), read('2', { name: 'Nordlys' })]);

describe('delivered', () => {
  it('counts rows through all messages of a look', () => {
    expect(
      delivered(
        [two, two],
        [acked({ bound: { a: 'x' } }), acked({ bound: { b: 'y' }, refused: [{ index: 1, problem }] })],
      ),
    ).toEqual({ bound: { a: 'x', b: 'y' }, refused: [{ index: 3, problem }] });
  });

  it('says of every row of a refused message that it is not stored', () => {
    expect(delivered([two, two], [refused, acked({ refused: [{ index: 0, problem }] })]).refused).toEqual([
      { index: 0, problem: { code: 'reading-refused', row: 'D-1' } },
      { index: 1, problem: { code: 'reading-refused', row: 'Nordlys' } },
      { index: 2, problem },
    ]);
  });

  it('says it of the view where the message had no rows', () => {
    expect(delivered([batch([])], [refused]).refused).toEqual([
      { problem: { code: 'reading-refused', row: 'Leads' } },
    ]);
  });

  it('says nothing of a message that can never be delivered: its reader has ended', () => {
    expect(delivered([two], [{ kind: 'orphaned' }])).toEqual({ bound: {}, refused: [] });
  });
});
