import { describe, expect, it } from 'vitest';
import type { SyncPage } from '../../../../lib/crm/adapter';
import { isOfLeads, pagesOf, reply, sessionOn } from '../sync/fake-crm';
import { fakeOdoo, fault, recordedLeads } from './fake-odoo';

type Row = Record<string, unknown>;

const leadsOf = (pages: readonly SyncPage[]) => pages.flatMap(({ leads = [] }) => leads);
const told = (pages: readonly SyncPage[]) => pages.flatMap(({ problems = [] }) => problems);

/** A record that is a lead still. */
const lead = (change: Row = {}): Row => ({
  ...recordedLeads()[0],
  id: 240,
  name: 'Example Bikes - web form',
  type: 'lead',
  user_id: [9, 'Ivo Ruiz'],
  source_id: [5, 'Website'],
  medium_id: [2, 'Email'],
  create_date: '2026-11-10 10:00:00',
  date_conversion: false,
  ...change,
});
const [converted = {}, born = {}] = recordedLeads();

describe('leads of an Odoo', () => {
  it('are the records that are leads, and the opportunities that were: of these nobody knows who had the lead', async () => {
    const leads = [{ ...converted, source_id: [5, 'Website'], medium_id: false }, born, lead()];
    const pages = await pagesOf(fakeOdoo({ leads }));
    expect(leadsOf(pages)).toEqual([
      {
        id: '231',
        name: 'Example Dental - 40 seats',
        source: 'Website',
        channel: null,
        createdOn: '2026-07-20',
        convertedOn: '2026-08-04',
        convertedAt: '2026-08-04T09:12:44.000Z',
        convertedTo: '231',
      },
      {
        id: '240',
        name: 'Example Bikes - web form',
        owner: 'Ivo Ruiz',
        source: 'Website',
        channel: 'Email',
        createdOn: '2026-11-10',
        convertedOn: null,
        convertedAt: null,
        convertedTo: null,
      },
    ]);
    // A lead is no deal.
    expect(pages.flatMap(({ deals }) => deals.map(({ id }) => id))).toEqual(['231', '232']);
    expect(told(pages)).toEqual([]);
  });

  it('are listed where they are archived as well: a lost one was not converted', async () => {
    const run = sessionOn(fakeOdoo({ leads: [converted, lead({ active: false, probability: 0 })] }));
    const pages = await pagesOf(fakeOdoo({ leads: [converted, lead({ active: false })] }), run);
    expect(leadsOf(pages).map(({ id, convertedTo }) => [id, convertedTo])).toEqual([
      ['231', '231'],
      ['240', null],
    ]);
    const [call] = run.calls.filter(isOfLeads);
    const kwargs = { context: { active_test: false }, order: 'id asc', limit: 500 };
    expect(call?.body).toMatchObject({ params: { kwargs } });
  });

  it('are not copies of an opportunity, which have the conversion of what they are copied from', async () => {
    const copy = { ...converted, id: 250, create_date: '2026-09-01 08:00:00' };
    const pages = await pagesOf(fakeOdoo({ leads: [copy] }));
    expect([leadsOf(pages), told(pages)]).toEqual([[], []]);
  });

  it('are not converted where they have been made leads again', async () => {
    const again = lead({ date_conversion: '2026-11-12 09:00:00' });
    expect(leadsOf(await pagesOf(fakeOdoo({ leads: [again] })))).toMatchObject([
      { id: '240', convertedOn: null, convertedAt: null, convertedTo: null },
    ]);
  });

  it('say nothing of what is hidden from the user, or of another kind than we know', async () => {
    const hidden = await pagesOf(fakeOdoo({ leads: [lead()], hidden: ['source_id', 'user_id'] }));
    expect(leadsOf(hidden)[0]).not.toHaveProperty('source');
    expect(leadsOf(hidden)[0]).not.toHaveProperty('owner');
    const odd = [lead({ create_date: 'yesterday', user_id: 9 })];
    const [one] = leadsOf(await pagesOf(fakeOdoo({ leads: odd })));
    expect(one).toMatchObject({ id: '240' });
    expect(one).not.toHaveProperty('createdOn');
    expect(one).not.toHaveProperty('owner');
  });

  it.each<readonly [string, Row]>([
    ['without an id', lead({ id: 2 ** 54 })],
    [
      'of another kind than we know',
      lead({ id: 241, type: 'other', date_conversion: '2026-11-12 09:00:00' }),
    ],
    ['whose conversion is no instant', { ...converted, id: 242, date_conversion: 'yesterday' }],
  ])('%s are missing, which is told', async (_, odd) => {
    const crm = fakeOdoo({ leads: [lead(), odd] });
    const listed: unknown[] = [];
    const run = sessionOn(crm, {
      instead: (_nth, text, call) => {
        if (isOfLeads(call)) listed.push(...JSON.parse(text).result);
        return undefined;
      },
    });
    const pages = await pagesOf(crm, run);
    expect(listed).toHaveLength(2);
    expect(leadsOf(pages).map(({ id }) => id)).toEqual(['240']);
    expect(told(pages)).toContainEqual({ code: 'leads-partly', row: 'Leads' });
  });

  it('come over as many calls as it takes, each once, and go on where a run has ended', async () => {
    const leads = Array.from({ length: 1001 }, (_, nth) => lead({ id: nth + 1 }));
    const pages = await pagesOf(fakeOdoo({ leads }));
    const sizes = pages.flatMap(({ leads: some }) => some?.length ?? []);
    expect(sizes).toEqual([500, 500, 1]);
    const { cursor } = pages.find(({ leads: some }) => some !== undefined) ?? {};
    const rest = leadsOf(await pagesOf(fakeOdoo({ leads }), sessionOn(fakeOdoo({ leads }), { cursor })));
    expect(rest.map(({ id }) => id)).toEqual(Array.from({ length: 501 }, (_, nth) => String(nth + 501)));
  });

  it.each([
    [
      'refused to the user',
      reply(200, JSON.stringify(fault('odoo.exceptions.AccessError'))),
      'leads-refused',
    ],
    ['not known to the server', reply(200, JSON.stringify(fault('builtins.ValueError'))), 'leads-refused'],
    ['forbidden', reply(403), 'leads-refused'],
    ['cut off', reply(200, '{"jsonrpc":"2.0","result":[{"id":24'), 'leads-partly'],
  ])('that are %s are told so, and the deals and what comes after are read', async (_, answer, code) => {
    const crm = fakeOdoo({ leads: [converted, lead()] });
    const run = sessionOn(crm, { instead: (_nth, _text, call) => (isOfLeads(call) ? answer : undefined) });
    const pages = await pagesOf(crm, run);
    expect(leadsOf(pages)).toEqual([]);
    expect(told(pages)).toEqual([{ code, row: 'Leads' }]);
    expect(pages.flatMap(({ deals }) => deals)).toHaveLength(1);
    expect(run.calls.some(({ path }) => path.includes('mail.message'))).toBe(true);
  });

  it('end the run where the session has ended', async () => {
    const crm = fakeOdoo({ leads: [lead()] });
    const ended = reply(200, JSON.stringify(fault('odoo.http.SessionExpiredException')));
    const run = sessionOn(crm, { instead: (_nth, _text, call) => (isOfLeads(call) ? ended : undefined) });
    await expect(pagesOf(crm, run)).rejects.toMatchObject({ reason: 'signed-out' });
  });
});
