import { describe, expect, it } from 'vitest';
import type { SyncPage } from '../../../../lib/crm/adapter';
import { fakeDynamics, recordedLeads } from '../dynamics/fake-dynamics';
import { fakeSalesforce } from '../salesforce/fake-salesforce';
import { fakeZoho, recordedLead } from '../zoho/fake-zoho';
import { isOfLeads, pagesOf, reply, sessionOn, type FakeCall, type FakeCrm } from './fake-crm';

const leadsOf = (pages: readonly SyncPage[]) => pages.flatMap(({ leads = [] }) => leads);
const isOfConverted = ({ url }: FakeCall) => url.searchParams.get('converted') === 'true';
const reachOf = (pages: readonly SyncPage[]) => pages.flatMap(({ leadsReach = [] }) => leadsReach);
const told = (pages: readonly SyncPage[]) => pages.flatMap(({ problems = [] }) => problems);

const manyLeads = (length: number) =>
  Array.from({ length }, (_, nth) => ({
    Id: `00Q5g00000T${String(1000 + nth)}`,
    LeadSource: 'Web',
    OwnerId: '00G5g00000TuV5x',
    Owner: { Name: 'Queue' },
    CreatedDate: '2026-11-10T10:00:00.000+0000',
    IsConverted: false,
  }));

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
    const pages = await pagesOf(fakeSalesforce({ leads: manyLeads(1001), rowsPerAnswer: 400 }));
    const read = leadsOf(pages);
    expect(pages.every(({ leads: some = [] }) => some.length <= 500)).toBe(true);
    expect(new Set(read.map(({ id }) => id)).size).toBe(1001);
    // A queue owns none.
    expect(read[0]).toMatchObject({ owner: null, createdOn: plain?.createdOn });
  });

  it('of a Zoho: those that were not converted, then those that were, whose instant is known', async () => {
    expect(leadsOf(await pagesOf(fakeZoho()))).toEqual([
      {
        id: '564300000000401002',
        name: 'Dana Ortiz',
        source: 'Cold Call',
        status: 'Contacted',
        owner: 'Ivo Ruiz',
        createdOn: '2026-07-20',
        convertedOn: null,
        convertedAt: null,
        convertedTo: null,
      },
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

  it('of a Zoho: one that is converted between the two listings is in both of them, and not in none', async () => {
    let isOver = false;
    const run = sessionOn(fakeZoho(), {
      instead: (_, _text, call) => {
        if (!isOfLeads(call) || !call.url.searchParams.get('fields')?.includes('Full_Name')) return undefined;
        const [before] = [isOver, (isOver = true)];
        const change = { Converted_Date_Time: '2026-08-04T11:12:44+02:00', Converted_Deal: { id: '412001' } };
        const lead = isOfConverted(call) ? { ...recordedLead(), ...change } : recordedLead();
        const data = isOfConverted(call) === before ? [lead] : [];
        return reply(200, JSON.stringify({ data, info: { more_records: false } }));
      },
    });
    const pages = await pagesOf(fakeZoho(), run);
    expect(leadsOf(pages).map(({ id, convertedTo }) => [id, convertedTo])).toEqual([
      ['564300000000401002', null],
      ['564300000000401002', '412001'],
    ]);
    expect(reachOf(pages)).toEqual(['more', 'whole']);
  });

  it.each([400, 403, 500])(
    'of a Zoho that answers %d of converted ones: of no lead it is said that it was not converted',
    async (status) => {
      const run = sessionOn(fakeZoho(), {
        instead: (_, _text, call) => (isOfConverted(call) ? reply(status) : undefined),
      });
      const pages = await pagesOf(fakeZoho(), run);
      const [lead, ...others] = leadsOf(pages);
      expect(others).toEqual([]);
      expect(lead).toMatchObject({ id: '564300000000401002', owner: 'Ivo Ruiz' });
      for (const field of ['convertedOn', 'convertedAt', 'convertedTo'])
        expect(lead).not.toHaveProperty(field);
      expect(told(pages)).toEqual([{ code: 'leads-partly', row: 'Leads' }]);
      expect(pages.some(({ histories = [] }) => histories.length > 0)).toBe(true);
    },
  );

  it('of a Zoho go on where a run has ended: a place of an older version is none', async () => {
    const pages = await pagesOf(fakeZoho());
    const first = pages.find(({ leads }) => leads !== undefined)?.cursor ?? '';
    const rest = leadsOf(await pagesOf(fakeZoho(), sessionOn(fakeZoho(), { cursor: first })));
    expect(rest.map(({ id, convertedOn }) => [id, convertedOn])).toEqual([
      ['564300000000401001', '2026-08-04'],
    ]);
    // After converted ones came the others, and before that the other way round by other words.
    for (const place of ['converted page:2', 'others ', 'new token:7']) {
      const older = JSON.stringify({ ...JSON.parse(first), place });
      const anew = leadsOf(await pagesOf(fakeZoho(), sessionOn(fakeZoho(), { cursor: older })));
      expect(anew).toHaveLength(2);
    }
  });

  it('of a Zoho that hides when they were converted: that is not said to be nothing', async () => {
    const run = sessionOn(fakeZoho(), {
      instead: (_, text, call) =>
        isOfConverted(call) ? reply(200, text.replace('Converted_Date_Time', 'Other')) : undefined,
    });
    const [, lead] = leadsOf(await pagesOf(fakeZoho(), run));
    expect(lead).toMatchObject({ convertedTo: '564300000000412001' });
    expect(lead).not.toHaveProperty('convertedOn');
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
    ['Dynamics', () => fakeDynamics({ mayReadLeads: false })],
  ])('of a %s whose user may not read them, that is said, and the deals are read', async (_, fake) => {
    const pages = await pagesOf(fake());
    expect(leadsOf(pages)).toEqual([]);
    expect(told(pages)).toEqual([{ code: 'leads-refused', row: 'Leads' }]);
    expect(pages.flatMap(({ deals }) => deals).length).toBeGreaterThan(0);
  });

  it.each([
    ['Salesforce', fakeSalesforce],
    ['Zoho', fakeZoho],
    ['Dynamics', fakeDynamics],
  ])('of a %s that answers in a way nobody knows cost the histories nothing', async (_, fake) => {
    const crm: FakeCrm = fake();
    const run = sessionOn(crm, {
      instead: (_nth, text, call) => (isOfLeads(call) ? reply(200, text.slice(0, -1)) : undefined),
    });
    const pages = await pagesOf(crm, run);
    expect(leadsOf(pages)).toEqual([]);
    expect(told(pages)).toEqual([{ code: 'leads-partly', row: 'Leads' }]);
    const past = (some: readonly SyncPage[]) => some.filter(({ histories }) => histories !== undefined);
    expect(past(pages)).toEqual(past(await pagesOf(crm)));
    expect(past(pages).length).toBeGreaterThan(0);
  });

  it.each([
    ['Salesforce', fakeSalesforce],
    ['Zoho', fakeZoho],
    ['Dynamics', fakeDynamics],
  ])('of a %s are whole at their end alone, and said to be of the user that lists them', async (_, fake) => {
    const pages = await pagesOf(fake());
    const [last = '', ...before] = reachOf(pages).toReversed();
    expect(last).toBe('whole');
    expect(before.every((reach) => reach === 'more')).toBe(true);
    const [deals] = pages;
    for (const page of pages.filter(({ leads }) => leads !== undefined))
      expect([page.seenAs, typeof page.seenAs]).toEqual([deals?.seenAs, 'string']);
  });

  it.each([
    ['Salesforce', fakeSalesforce],
    ['Zoho', fakeZoho],
    ['Dynamics', fakeDynamics],
  ])('of a %s are each listed once: who had one is known of the lead itself', async (_, fake) => {
    const run = sessionOn(fake());
    const read = leadsOf(await pagesOf(fake(), run));
    const asked = run.calls.filter(isOfLeads).map(({ url }) => url.href);
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
    expect(read.find(({ convertedTo }) => convertedTo)?.owner).toBe('Ivo Ruiz');
    // Converted ones and others are two lists of a Zoho, and before that it is asked whether there is the first.
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it('of a Zoho that hides the converted ones are never whole, wherever a run goes on', async () => {
    const many = Array.from({ length: 3 }, (_, nth) => ({ ...recordedLead(), id: String(9000 + nth) }));
    const crm = fakeZoho({ leads: many, leadsPerPage: 2 });
    const instead = (_: number, _text: string, call: FakeCall) =>
      isOfConverted(call) ? reply(403) : undefined;
    const pages = await pagesOf(crm, sessionOn(crm, { instead }));
    expect(reachOf(pages)).toEqual(['more', 'partly']);
    const { cursor } = pages.find(({ leadsReach }) => leadsReach === 'more') ?? {};
    expect(reachOf(await pagesOf(crm, sessionOn(crm, { cursor, instead })))).toEqual(['partly']);
  });

  it.each([
    ['Salesforce', () => fakeSalesforce({ leads: [...manyLeads(1), { ...manyLeads(1)[0], Id: 'no id' }] })],
    ['Zoho', () => fakeZoho({ leads: [recordedLead(), { ...recordedLead(), id: 2 ** 54 }] })],
    ['Dynamics', () => fakeDynamics({ leads: [...recordedLeads, { ...recordedLeads[0], leadid: null }] })],
  ])('of a %s of which one has no id are not whole, which is told', async (_, fake) => {
    const pages = await pagesOf(fake());
    expect(leadsOf(pages).length).toBeGreaterThan(0);
    expect(reachOf(pages).at(-1)).toBe('partly');
    expect(told(pages)).toEqual([{ code: 'leads-partly', row: 'Leads' }]);
  });

  it('are read on as the user who began alone', async () => {
    const crm = fakeSalesforce({ leads: manyLeads(600), rowsPerAnswer: 400 });
    const run = sessionOn(crm, {
      instead: (_, _text, { url }) => {
        if (url.searchParams.get('q')?.includes(' FROM Lead WHERE Id > ')) crm.changeUser?.();
        return undefined;
      },
    });
    await expect(pagesOf(crm, run)).rejects.toMatchObject({ reason: 'access-changed' });
  });

  it('that are declined midway were not read to their end, which is said so', async () => {
    const crm = fakeSalesforce({ rowsPerAnswer: 400, leads: manyLeads(1001) });
    const run = sessionOn(crm, {
      instead: (_, _text, { url }) =>
        url.searchParams.get('q')?.includes(' FROM Lead WHERE Id > ') ? reply(403) : undefined,
    });
    const pages = await pagesOf(crm, run);
    expect(leadsOf(pages)).toHaveLength(500);
    expect(reachOf(pages)).toEqual(['more', 'partly']);
    expect(told(pages)).toEqual([{ code: 'leads-partly', row: 'Leads' }]);
  });
});
