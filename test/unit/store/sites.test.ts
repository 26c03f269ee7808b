import { describe, expect, it } from 'vitest';
import { settleSite } from '../../../lib/store/settle-site';
import { askKeepOrWipe, siteOf, updateSite } from '../../../lib/store/sites';
import { beginSync } from '../../../lib/store/syncs';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, dump, freshDatabase, read, tenant } from './open';

const other = { tenant: 'other.example.com', host: 'other.example.com' };
const at = '2026-03-05T10:00:00.000Z';

async function twoHosts() {
  const database = freshDatabase();
  for (const one of [tenant, other]) {
    await writeReads(
      database,
      batch([read('7', { stage: 'lead' }), read(undefined, { number: '1' })], { tenant: one }),
    );
    await writeReads(
      database,
      batch([read('7', { stage: 'won' }, '2026-03-04T10:00:00.000Z')], { tenant: one }),
    );
    await beginSync(database, { ...one, runId: 'r-1', crm: 'tryton', label: 'Tryton', at });
  }
  return database;
}

describe('a revoked site', () => {
  it('is asked about only where something was read from it', async () => {
    const database = await twoHosts();
    await askKeepOrWipe(database, tenant.host, at);
    await askKeepOrWipe(database, 'never.example.com', at);
    expect(await database.sites.toArray()).toMatchObject([{ host: tenant.host, askSince: at }]);
  });

  it('keeps its deals where the user says so, and is not asked about again', async () => {
    const database = await twoHosts();
    await askKeepOrWipe(database, tenant.host, at);
    expect(await settleSite(database, tenant.host, false)).toBe(1);
    expect(await siteOf(database, tenant.host)).not.toHaveProperty('askSince');
  });

  it('leaves no trace where the user says wipe, and every trace of the others', async () => {
    const database = await twoHosts();
    await settleSite(database, tenant.host, true);
    expect(JSON.stringify(await dump(database))).not.toContain(tenant.host);
    expect(await database.deals.count()).toBe(1);
    expect(await database.changes.count()).toBe(1);
    expect(await database.syncs.count()).toBe(1);
  });
});

describe('a site', () => {
  it('has its overlay on until the user turns it off', async () => {
    const database = freshDatabase();
    expect((await siteOf(database, 'a.example.com')).overlayOn).toBe(true);
    await updateSite(database, 'a.example.com', { overlayOn: false });
    expect((await siteOf(database, 'a.example.com')).overlayOn).toBe(false);
  });
});
