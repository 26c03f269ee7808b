import type { BrowserContext } from '@playwright/test';
import { fakeDynamics } from '../unit/crm/dynamics/fake-dynamics';
import { fakeHubspot } from '../unit/crm/hubspot/fake-hubspot';
import { fakeOdoo } from '../unit/crm/odoo/fake-odoo';
import { fakePipedrive } from '../unit/crm/pipedrive/fake-pipedrive';
import { answerOf, type FakeCrm } from '../unit/crm/sync/fake-crm';
import { fakeSalesforce } from '../unit/crm/salesforce/fake-salesforce';
import { fakeZoho } from '../unit/crm/zoho/fake-zoho';
import { expect, test } from './fixtures';

interface Case {
  readonly crm: FakeCrm;
  /** What the page has that its sync looks at (a cookie, a field, a line of a script), and one deal. */
  readonly html: string;
  /** The recorded deals by the name that the sync gives them, with amount in minor units, currency and outcome. */
  readonly deals: readonly (readonly [string, number | null, string | null, string])[];
  /** Where the interface lies on another host: that, and the session that the browser has there. */
  readonly other?: { readonly origin: string; readonly session: string };
  /** Leads, each with the deal that it became. */
  readonly leads: readonly (readonly [string, string | null])[];
  /** Changes of stage that the histories tell. */
  readonly stages: readonly (readonly [string, string])[];
}

const dental = ['Example Dental - 40 seats', 4_800_000, 'USD', 'open'] as const;
const logistics = ['Example Logistics - Fleet add-on', 1_525_050, 'EUR', 'open'] as const;
const cookie = (text: string) => `<script>document.cookie = '${text}'</script>`;

const cases: Readonly<Record<string, Case>> = {
  dynamics: {
    crm: fakeDynamics({
      hasLeadFlow: true,
      address:
        'https://acme.crm4.dynamics.com/main.aspx?appid=a1&pagetype=entityrecord&etn=opportunity&id=8d2b1c7e-5a41-ef11-8409-000d3a4b5c01',
    }),
    html: `<div data-id="editFormRoot">
      <input data-id="name.fieldControl-text-box-text" value="${dental[0]}">
    </div>`,
    deals: [dental, logistics, ['Example Foods - Renewal FY27', null, null, 'lost']],
    leads: [
      ['77777777-0000-0000-0000-000000000001', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
      ['77777777-0000-0000-0000-000000000002', null],
    ],
    stages: [],
  },
  hubspot: {
    crm: fakeHubspot(),
    html: `${cookie('hubspotapi-csrf=s3cret')}
      <table role="grid" data-test-id="framework-data-table"><tr data-test-id="row-18210045501">
        <td data-table-external-id="cell-0-3-dealname-18210045501">${dental[0]}</td>
      </tr></table>`,
    deals: [dental, logistics, ['Example Foods - Renewal FY27', null, null, 'lost']],
    leads: [
      ['41500000001', '18210045501'],
      ['41500000002', null],
      ['41500000003', null],
    ],
    stages: [
      ['Appointment Scheduled', 'Qualified To Buy'],
      ['Qualified To Buy', 'Contract Sent'],
    ],
  },
  odoo: {
    crm: fakeOdoo({ address: 'https://odoo.example.com/odoo/crm/231' }),
    html: `<script>
      odoo = {};
      odoo.__session_info__ = {"uid": 7, "db": "acme"};
    </script><script>document.body.className = 'o_web_client'</script>
    <div class="o_form_view">
      <div class="o_field_widget" name="name">${dental[0]}</div>
      <div class="o_field_widget" name="user_id">Mara Lind</div>
      <div class="o_field_widget" name="expected_revenue">48,000.00 $</div>
    </div>`,
    deals: [dental, ['Example Logistics - Fleet add-on', 1_525_050, 'USD', 'won']],
    leads: [['231', '231']],
    stages: [],
  },
  pipedrive: {
    crm: fakePipedrive(),
    html: `${cookie('pipe-session-token=s3cret')}
      <div data-test="pipeline-view"><div data-test="pipeline-deal-tile" data-test-deal-id="1041">
        <a href="/deal/1041">${dental[0]}</a>
      </div></div>`,
    deals: [dental, logistics, ['Example Foods - Renewal FY27', 0, 'GBP', 'lost']],
    leads: [
      ['7de1b5a0-dced-11f1-9f2d-02a1b2c3d4e5', null],
      ['c50dd000-8421-11f1-9f2d-02a1b2c3d4e5', '1041'],
    ],
    stages: [['Contact Made', 'Proposal Made']],
  },
  salesforce: {
    crm: fakeSalesforce(),
    html: `<one-record-home-flexipage2><records-lwc-highlights-panel></records-lwc-highlights-panel>
      <div data-target-selection-name="sfdc:RecordField.Opportunity.Name"><span class="test-id__field-label">Opportunity Name</span>
        <span class="test-id__field-value">${dental[0]}</span></div>
      <div data-target-selection-name="sfdc:RecordField.Opportunity.StageName"><span class="test-id__field-label">Stage</span>
        <span class="test-id__field-value">Proposal/Price Quote</span></div>
    </one-record-home-flexipage2>`,
    other: { origin: 'https://acme.my.salesforce.com', session: '00D5g000000AbCd!s3cret' },
    deals: [dental, logistics, ['Example Foods - Renewal FY27', null, null, 'lost']],
    leads: [
      ['00Q5g00000TuV5wEAF', '0065g00000AbC1dAAF'],
      ['00Q5g00000TuV5xEAF', null],
    ],
    stages: [
      ['Qualification', 'Value Proposition'],
      ['Value Proposition', 'Proposal/Price Quote'],
    ],
  },
  zoho: {
    crm: fakeZoho(),
    html: `<input type="hidden" id="token" value="s3cret">
      <crux-table-component>
        <lyte-exptable-tr id="listviewHeaderRow">
          <lyte-exptable-th>Deal Name</lyte-exptable-th><lyte-exptable-th>Stage</lyte-exptable-th>
        </lyte-exptable-tr>
        <lyte-exptable-tr data-zcqa="detailView">
          <lyte-exptable-td><a id="listView_564300000000412001" href="#">${dental[0]}</a></lyte-exptable-td>
          <lyte-exptable-td>Proposal/Price Quote</lyte-exptable-td>
        </lyte-exptable-tr>
      </crux-table-component>`,
    deals: [dental, logistics, ['Example Foods - Renewal FY27', null, null, 'lost']],
    leads: [
      ['564300000000401001', '564300000000412001'],
      ['564300000000401002', null],
    ],
    stages: [
      ['Qualification', 'Value Proposition'],
      ['Value Proposition', 'Proposal/Price Quote'],
    ],
  },
};

/** Answers for a CRM in the browser: its interface to calls, and to everything else the page. */
async function serve(context: BrowserContext, { crm, html, other }: Case): Promise<void> {
  const origins = [new URL(crm.address).origin, ...(other === undefined ? [] : [other.origin])];
  const isServed = ({ origin }: URL) => origins.includes(origin);
  if (other !== undefined)
    await context.addCookies([
      { name: 'sid', value: other.session, url: other.origin, httpOnly: true, secure: true },
    ]);
  await context.route(isServed, async (route) => {
    const request = route.request();
    if (request.resourceType() === 'document') {
      const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>CRM</title><body>${html}</body></html>`;
      await route.fulfill({ contentType: 'text/html', body });
      return;
    }
    const url = new URL(request.url());
    const sent = request.postData();
    const body: unknown = sent === null ? undefined : JSON.parse(sent);
    const headers = new Headers(await request.allHeaders());
    if (other !== undefined && headers.get('authorization') !== `Bearer ${other.session}`) {
      await route.fulfill({ status: 401, contentType: 'application/json', body: '[]' });
      return;
    }
    const { status, text } = answerOf(crm, {
      verb: request.method(),
      url,
      path: url.pathname,
      headers,
      body,
    });
    await route.fulfill({ status, contentType: 'application/json', body: text });
  });
}

for (const [name, one] of Object.entries(cases)) {
  test(`a whole pipeline is read through the page's own session: ${name}`, async ({
    launchWithExtension,
  }) => {
    const { origin } = new URL(one.crm.address);
    const { other } = one;
    const stafet = await launchWithExtension({
      hosts: [`${origin}/*`, ...(other === undefined ? [] : [`${other.origin}/*`])],
      given: other === undefined ? [] : ['cookies'],
    });
    await serve(stafet.context, one);
    const page = await stafet.context.newPage();
    await page.goto(one.crm.address);
    const popup = await stafet.openPopup(page);
    await popup.getByTestId('sync').click({ timeout: 20_000 });
    if (other !== undefined) {
      if (process.env['STAFET_SHOTS'])
        await popup.screenshot({ path: `${process.env['STAFET_SHOTS']}/sync-allow.png` });
      await popup.getByTestId('sync-allow').click();
    }
    await expect
      .poll(async () => (await stafet.table('syncs')).map(({ status, stop }) => [status, stop]), {
        timeout: 60_000,
      })
      .toEqual([['done', undefined]]);
    const deals = await stafet.table('deals');
    expect(
      deals
        .map((deal) => [deal['name'], deal['amountMinor'], deal['currency'] ?? null, deal['outcome']])
        .toSorted(),
    ).toEqual(one.deals.map((deal) => [...deal]).toSorted());
    for (const deal of deals) expect(String(deal['url'])).toContain(String(deal['id']));
    const leads = await stafet.table('leads');
    const dealOf = ({ convertedTo: deal }: (typeof leads)[number]) =>
      typeof deal === 'string' ? deal.split('|').at(-1) : deal;
    expect(leads.map((lead) => [lead['id'], dealOf(lead)])).toEqual(one.leads.map((lead) => [...lead]));
    const changes = await stafet.table('changes');
    expect(changes.filter(({ field }) => field === 'stage').map(({ from, to }) => [from, to])).toEqual(
      one.stages.map((stage) => [...stage]),
    );
    expect((await stafet.table('stages')).length).toBeGreaterThan(3);
    expect((await stafet.table('people')).map((person) => person['name'])).toContain('Mara Lind');
  });
}
