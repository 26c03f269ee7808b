import { describe, expect, it } from 'vitest';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, dump, freshDatabase, read } from './open';

const key = 'tryton|crm.example.com/sales|7';

describe('writeReads', () => {
  it('stores a deal with its key, its money in minor units and where each field came from', async () => {
    const database = freshDatabase();
    const ack = await writeReads(
      database,
      batch([read('7', { name: 'Nordlys', amount: { decimal: '1220.50', currency: 'EUR' }, stage: 'lead' })]),
    );
    expect(ack).toMatchObject({ batchId: 'b-1', stored: 1, unchanged: 0, refused: [] });
    expect(await database.deals.get(key)).toMatchObject({
      key,
      tenant: 'crm.example.com/sales',
      host: 'crm.example.com',
      amountMinor: 122_050,
      currency: 'EUR',
      sources: {
        stage: { from: 'page', at: '2026-03-02T10:00:00.000Z', view: 'list:sale.opportunity:Leads' },
      },
    });
  });

  it('changes nothing when the same batch arrives again', async () => {
    const database = freshDatabase();
    const same = batch([
      read('7', { name: 'Nordlys', stage: 'lead' }),
      read(undefined, { number: '12', name: 'Fjord', stage: 'lead' }),
    ]);
    await writeReads(database, same);
    const before = await dump(database);
    const ack = await writeReads(database, same);
    expect(ack).toMatchObject({ stored: 0, unchanged: 2 });
    expect(await dump(database)).toEqual(before);
  });

  it('keeps what a later view does not show, and notes what it shows otherwise as a change in between', async () => {
    const database = freshDatabase();
    await writeReads(database, batch([read('7', { stage: 'lead', owner: 'Ida', closeOn: '2026-06-01' })]));
    await writeReads(
      database,
      batch([read('7', { stage: 'won' }, '2026-03-05T08:00:00.000Z')], {
        view: { kind: 'record', name: 'form' },
      }),
    );
    expect(await database.deals.get(key)).toMatchObject({
      stage: 'won',
      owner: 'Ida',
      closeOn: '2026-06-01',
    });
    expect(await database.changes.toArray()).toMatchObject([
      {
        key,
        field: 'stage',
        from: 'lead',
        to: 'won',
        notBefore: '2026-03-02T10:00:00.000Z',
        at: '2026-03-05T08:00:00.000Z',
      },
    ]);
  });

  it('sees each read of a deal that stands twice in one batch', async () => {
    const database = freshDatabase();
    await writeReads(
      database,
      batch([read('7', { stage: 'lead' }), read('7', { stage: 'won' }, '2026-03-02T10:00:01.000Z')]),
    );
    expect(await database.deals.count()).toBe(1);
    expect(await database.deals.get(key)).toMatchObject({ stage: 'won' });
  });

  it('names the row whose amount cannot be kept, and stores the rest of it', async () => {
    const database = freshDatabase();
    const ack = await writeReads(
      database,
      batch([
        read('7', { stage: 'lead', amount: { decimal: '10.123', currency: 'EUR' } }),
        read('8', { stage: 'lead' }),
      ]),
    );
    expect(ack.refused).toEqual([
      { index: 0, problem: { code: 'amount-inexact', row: '7', field: 'amount', text: '10.123 EUR' } },
    ]);
    expect(await database.deals.get(key)).toMatchObject({ stage: 'lead' });
    expect((await database.deals.get(key))?.amountMinor).toBeUndefined();
    expect(await database.deals.count()).toBe(2);
  });

  describe('rows without id', () => {
    const row = read(undefined, { number: '473', name: 'Nordlys', stage: 'lead' });

    it('are held apart, once for all tabs of one list', async () => {
      const database = freshDatabase();
      await writeReads(database, batch([row]));
      await writeReads(
        database,
        batch([row], { view: { kind: 'list', name: 'sale.opportunity', scope: 'All' } }),
      );
      expect(await database.deals.count()).toBe(0);
      expect(await database.unidentified.toArray()).toMatchObject([
        { fingerprint: 'number:473', name: 'Nordlys' },
      ]);
    });

    it('are bound when a record page gives the id of their number, with what they showed', async () => {
      const database = freshDatabase();
      await writeReads(database, batch([read(undefined, { number: '473', name: 'Nordlys', owner: 'Ida' })]));
      const ack = await writeReads(
        database,
        batch([read('7', { number: '473', stage: 'won' }, '2026-03-02T11:00:00.000Z')]),
      );
      expect(ack.bound).toEqual({ 'number:473': key });
      expect(await database.deals.toArray()).toMatchObject([{ key, owner: 'Ida', stage: 'won' }]);
      expect(await database.unidentified.toArray()).toMatchObject([{ boundTo: key }]);
    });

    it('go straight to their deal once its number is known', async () => {
      const database = freshDatabase();
      await writeReads(database, batch([read('7', { number: '473', stage: 'lead' })]));
      const ack = await writeReads(
        database,
        batch([read(undefined, { number: '473', stage: 'won' }, '2026-03-04T10:00:00.000Z')]),
      );
      expect(ack.bound).toEqual({ 'number:473': key });
      expect(await database.unidentified.count()).toBe(0);
      expect(await database.deals.get(key)).toMatchObject({ stage: 'won' });
    });

    it('are bound to nothing where two deals bear their number', async () => {
      const database = freshDatabase();
      await writeReads(database, batch([read('7', { number: '473' }), read('8', { number: '473' })]));
      const ack = await writeReads(database, batch([row]));
      expect(ack.bound).toEqual({});
      expect(await database.unidentified.count()).toBe(1);
    });

    it('are never taken for another CRM’s deal of that number, nor written over a deal of its id', async () => {
      const database = freshDatabase();
      const generic = { crm: 'generic' };
      await writeReads(database, batch([read('7', { number: '473', owner: 'Ida' })]));
      await writeReads(database, batch([read('7', { name: 'Fjord', owner: 'Bo' })], generic));
      const ack = await writeReads(database, batch([row], generic));
      expect(ack.bound).toEqual({});
      expect(await database.deals.get('generic|crm.example.com/sales|7')).toMatchObject({ name: 'Fjord' });
      expect(await database.unidentified.count()).toBe(1);
    });

    it('are never bound across two databases of one host', async () => {
      const database = freshDatabase();
      await writeReads(database, batch([row]));
      const other = { tenant: 'crm.example.com/test', host: 'crm.example.com' };
      const ack = await writeReads(database, batch([read('7', { number: '473' })], { tenant: other }));
      expect(ack.bound).toEqual({});
      expect(await database.unidentified.toArray()).not.toHaveProperty('0.boundTo');
    });

    it('take the changes that were seen of them along', async () => {
      const database = freshDatabase();
      await writeReads(database, batch([row]));
      await writeReads(
        database,
        batch([read(undefined, { number: '473', stage: 'opportunity' }, '2026-03-03T10:00:00.000Z')]),
      );
      await writeReads(
        database,
        batch([read('7', { number: '473', stage: 'opportunity' }, '2026-03-04T10:00:00.000Z')]),
      );
      expect(await database.changes.toArray()).toMatchObject([{ key, from: 'lead', to: 'opportunity' }]);
    });
  });
});
