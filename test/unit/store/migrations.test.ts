import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../lib/store/migrations/all';
import { openDatabase } from '../../../lib/store/database';

const folder = join(import.meta.dirname, '../../values/store');
const example = (version: number) => join(folder, `v${version}.json`);

describe('the versions of the store', () => {
  it('have a frozen example each, and no example without a version', () => {
    const versions = migrations.map(({ version }) => `v${version}.json`);
    expect(versions.length).toBeGreaterThan(0);
    expect(readdirSync(folder).toSorted()).toEqual(versions.toSorted());
  });

  it.each(migrations.map(({ version }) => version))(
    'open an example of version %i with every row in it',
    async (version) => {
      const rows = JSON.parse(readFileSync(example(version), 'utf8')) as Record<string, object[]>;
      const name = `from-${version}`;
      const old = new Dexie(name);
      for (const { version: number, stores } of migrations)
        if (number <= version) old.version(number).stores(stores);
      await old.open();
      for (const [table, some] of Object.entries(rows)) await old.table(table).bulkAdd(some);
      old.close();

      const database = openDatabase(name);
      for (const [table, some] of Object.entries(rows))
        expect(await database.table(table).count(), table).toBe(some.length);
      expect((await database.deals.toArray())[0]).toMatchObject({
        key: 'tryton|crm.example.com/sales|7',
        stage: 'won',
      });
      await database.delete();
    },
  );

  it('name every table of the design', () => {
    expect(Object.keys(migrations.at(-1)?.stores ?? {})).toEqual([
      'deals',
      'unidentified',
      'changes',
      'sightings',
      'leads',
      'stages',
      'process',
      'rates',
      'targets',
      'people',
      'columns',
      'summary',
      'snapshots',
      'judgements',
      'handoffs',
      'verdicts',
      'experiments',
      'playbook',
      'mappings',
      'sites',
      'syncs',
      'settings',
    ]);
  });
});
