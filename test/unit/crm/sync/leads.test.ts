import { describe, expect, it } from 'vitest';
import type { SyncPage } from '../../../../lib/crm/adapter';
import { fakeDynamics } from '../dynamics/fake-dynamics';
import { fakeSalesforce } from '../salesforce/fake-salesforce';
import { fakeZoho } from '../zoho/fake-zoho';
import { pagesOf } from './fake-crm';

const leadsOf = (pages: readonly SyncPage[]) => pages.flatMap(({ leads = [] }) => leads);
const told = (pages: readonly SyncPage[]) => pages.flatMap(({ problems = [] }) => problems);

describe('leads, new ones as well as converted ones, are read after the deals', () => {
  it('of a Salesforce: a conversion has a day', async () => {
    const pages = await pagesOf(fakeSalesforce());
    expect(leadsOf(pages)).toEqual([
      {
        id: '00Q5g00000TuV5wEAF',
        name: null,
        source: 'Outbound',
        status: 'Closed - Converted',
        owner: 'Ivo Ruiz',
        createdOn: '2026-07-20',
        convertedOn: '2026-08-04',
        convertedTo: '0065g00000AbC1dAAF',
      },
      {
        id: '00Q5g00000TuV5xEAF',
        name: null,
        source: 'Web',
        status: 'Working - Contacted',
        owner: 'Ivo Ruiz',
        createdOn: '2026-11-10',
        convertedOn: null,
        convertedTo: null,
      },
    ]);
    const first = pages.findIndex(({ leads }) => leads !== undefined);
    expect(pages.slice(first).every(({ phase }) => phase === 'history')).toBe(true);
    expect(pages.slice(0, first).some(({ phase }) => phase === 'history')).toBe(false);
  });

  it('of a Salesforce over as many calls as it takes, each once', async () => {
    const [, plain] = leadsOf(await pagesOf(fakeSalesforce()));
    const leads = Array.from({ length: 1001 }, (_, nth) => ({
      Id: `00Q5g00000T${String(1000 + nth)}AAA`,
      LeadSource: 'Web',
      OwnerId: '00G5g00000TuV5x',
      Owner: { Name: 'Queue' },
      CreatedDate: '2026-11-10T10:00:00.000+0000',
      IsConverted: false,
    })).map((lead) => ({ ...lead, Id: lead.Id.slice(0, 15) }));
    const pages = await pagesOf(fakeSalesforce({ leads, rowsPerAnswer: 400 }));
    const read = leadsOf(pages);
    expect(pages.every(({ leads: some = [] }) => some.length <= 500)).toBe(true);
    expect(new Set(read.map(({ id }) => id)).size).toBe(1001);
    // A queue owns none.
    expect(read[0]).toMatchObject({ owner: null, createdOn: plain?.createdOn });
  });

  it('of a Zoho: those that are new, then those that were converted, whose instant is known', async () => {
    expect(leadsOf(await pagesOf(fakeZoho()))).toEqual([
      expect.objectContaining({ id: '564300000000401002', convertedOn: null, convertedTo: null }),
      {
        id: '564300000000401001',
        name: 'Dana Ortiz',
        source: 'Cold Call',
        status: 'Contacted',
        owner: 'Ivo Ruiz',
        createdOn: '2026-07-20',
        convertedOn: '2026-08-04',
        convertedAt: '2026-08-04T09:12:44.000Z',
        convertedTo: '564300000000412001',
      },
    ]);
  });

  it('of a Dynamics: nothing tells when they were qualified', async () => {
    expect(leadsOf(await pagesOf(fakeDynamics()))).toEqual([
      {
        id: '77777777-0000-0000-0000-000000000001',
        source: 'Web',
        status: 'Qualified',
        owner: 'Ivo Ruiz',
        createdOn: '2026-07-20',
        convertedTo: '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
      },
      {
        id: '77777777-0000-0000-0000-000000000002',
        source: 'Web',
        status: 'Open',
        owner: 'Ivo Ruiz',
        createdOn: '2026-07-20',
        convertedTo: null,
      },
    ]);
  });

  it.each([
    ['Salesforce', () => fakeSalesforce({ forbidden: ['Lead'] })],
    ['Zoho', () => fakeZoho({ leads: null })],
    ['Dynamics', () => fakeDynamics({ leads: null })],
  ])('of a %s whose user may not read them, that is said, and the deals are read', async (_, fake) => {
    const pages = await pagesOf(fake());
    expect(leadsOf(pages)).toEqual([]);
    expect(told(pages)).toEqual([{ code: 'leads-refused', row: 'Leads' }]);
    expect(pages.flatMap(({ deals }) => deals).length).toBeGreaterThan(0);
  });
});
