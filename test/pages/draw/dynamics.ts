import { document, esc } from './html';
import { deal, invented, outcomeOf, type Invented } from './invented';
import type { Expected, ExpectedDeal, StoredPage } from './stored-page';
import { amountOf, day, money, type Locale } from './writer';

const ids = [1, 2, 3, 4].map((nth) => `5f0c1d2e-0000-4000-8000-00000000000${nth}`);
const app = '7a9c3f10-0000-4000-8000-0000000000aa';
const view = '00000000-0000-0000-00aa-000010001003';
const tenant = 'acme.crm4.dynamics.com';
const origin = `https://${tenant}`;
const listUrl = `${origin}/main.aspx?appid=${app}&pagetype=entitylist&etn=opportunity&viewid=${view}&viewType=1039`;
const recordUrl = (nth: number) =>
  `${origin}/main.aspx?appid=${app}&pagetype=entityrecord&etn=opportunity&id=${ids[nth]}`;

interface Column {
  readonly name: string;
  readonly label: string;
  readonly cell: (one: Invented, nth: number) => string;
}

function columns(locale: Locale, isLinked = true): readonly Column[] {
  return [
    {
      name: 'name',
      label: 'Topic',
      cell: ({ name }, nth) =>
        isLinked
          ? `<a href="/main.aspx?appid=${app}&amp;pagetype=entityrecord&amp;etn=opportunity&amp;id=${ids[nth]?.toUpperCase()}">${esc(name)}</a>`
          : `<span>${esc(name)}</span>`,
    },
    {
      name: 'parentaccountid',
      label: 'Account',
      cell: ({ account }) =>
        `<a href="/main.aspx?etn=account&amp;pagetype=entityrecord&amp;id=11111111-0000-4000-8000-000000000001">${esc(account)}</a>`,
    },
    {
      name: 'estimatedvalue',
      label: 'Est. revenue',
      cell: ({ minor }) => (minor === null ? '' : `<span>${money(minor, 'EUR', locale)}</span>`),
    },
    // facts.md 4.5: in the organisation's currency, and no amount of the deal.
    {
      name: 'estimatedvalue_base',
      label: 'Est. revenue (base)',
      cell: ({ decoy }) => `<span>${money(decoy, 'USD', locale)}</span>`,
    },
    {
      name: 'estimatedclosedate',
      label: 'Est. close date',
      cell: ({ closeOn }) => `<span>${day(closeOn, locale)}</span>`,
    },
    { name: 'closeprobability', label: 'Probability', cell: () => '<span>60</span>' },
    {
      name: 'statecode',
      label: 'Status',
      cell: ({ stage }) => `<span>${stage === 'Closed Won' ? 'Won' : 'Open'}</span>`,
    },
    { name: 'ownerid', label: 'Owner', cell: ({ owner }) => `<span>${esc(owner)}</span>` },
  ];
}

/** facts.md 4.2: AG Grid, whose columns that stay put lie in an element of their own. */
function grid(all: readonly Column[], { withRowIds = true, pinned = 0 } = {}): string {
  const head = all.map(
    ({ name, label }) => `<div role="columnheader" col-id="${name}"><span>${label}</span></div>`,
  );
  const rows = (part: readonly Column[]) =>
    invented.map((one, nth) => {
      const cells = part.map(
        ({ name, cell }) => `<div role="gridcell" col-id="${name}">${cell(one, nth)}</div>`,
      );
      return `<div role="row" row-index="${nth}"${withRowIds ? ` row-id="${ids[nth]}"` : ''}>${cells.join('')}</div>`;
    });
  // A row that is on its way has no cells.
  const stub = '<div role="row" row-index="4"><div class="ag-loading">Loading</div></div>';
  return `<div data-id="data-set-body-container"><div data-lp-id="grid|opportunity|x"><div data-id="entity_control-powerapps_onegrid_control_container"><div role="grid"><div role="row">${head.join('')}</div><div class="ag-pinned-left-cols-container">${pinned === 0 ? '' : rows(all.slice(0, pinned)).join('\n')}</div><div class="ag-center-cols-container">${rows(all.slice(pinned)).join('\n')}${stub}</div></div></div></div></div>`;
}

function expectedDeal(nth: number, values: Readonly<Record<string, unknown>>): ExpectedDeal {
  return { id: ids[nth] ?? '', url: recordUrl(nth), values };
}

function listed(nth: number): ExpectedDeal {
  const { name, account, minor, closeOn, owner } = deal(nth);
  const outcome = outcomeOf(deal(nth)).outcome ?? 'open';
  const values = {
    name,
    account,
    amount: amountOf(minor, 'EUR'),
    closeOn,
    crmProbability: 0.6,
    owner,
    outcome,
  };
  // What it has brought stands in another column.
  return { ...expectedDeal(nth, values), ...(outcome === 'won' ? { approximate: ['amount'] } : {}) };
}

function withoutId({ id: _, url: __, ...rest }: ExpectedDeal): ExpectedDeal {
  return rest;
}

/** facts.md 4.2, Form: fields can always be edited, and the header says how it stands. */
function form(status: string, amount = money(deal(0).minor ?? 0, 'EUR', 'de')): string {
  const { name, account, closeOn, owner, decoy } = deal(0);
  const input = (field: string, id: string, value: string) =>
    `<div data-id="${field}-FieldSectionItemContainer"><label>${field}</label><input data-id="${field}.fieldControl-${id}" value="${esc(value)}"></div>`;
  const lookup = (field: string, value: string, prefix = '') =>
    `<div data-id="${prefix}${field}-FieldSectionItemContainer"><div data-id="${prefix}${field}.fieldControl-LookupResultsDropdown_${field}_selected_tag"><span>${esc(value)}</span></div><input data-id="${prefix}${field}.fieldControl-LookupResultsDropdown_${field}_textInputBox_with_filter_new" value=""></div>`;
  return `<div data-id="form-header"><h1 data-id="header_title" title="${esc(name)}">${esc(name)}<span data-id="header_saveStatus">${status}</span></h1>${lookup('ownerid', owner, 'header_')}</div><div data-id="editFormRoot">${input('name', 'text-box-text', name)}${lookup('parentaccountid', account)}${input('estimatedvalue', 'currency-text-input', amount)}${input('estimatedvalue_base', 'currency-text-input', money(decoy, 'USD', 'de'))}${input('estimatedclosedate', 'date-time-input', day(closeOn, 'de'))}${input('closeprobability', 'whole-number-text-input', '60')}</div>`;
}

const ofList = { url: listUrl, kind: 'list', tenant, result: 'deals', scope: view } as const;
const ofRecord = { url: recordUrl(0), kind: 'record', tenant, result: 'deals' } as const;
const { owner: _, outcome: __, ...ofForm } = listed(0).values;

function page(name: string, html: string, expected: Expected): StoredPage {
  return { crm: 'dynamics', name, html, expected };
}

/** The pages of opportunities of a model-driven app. Of its boards no markup is known. */
export const dynamicsPages: readonly StoredPage[] = [
  page('list', document(grid(columns('en')), { lang: 'en-US' }), {
    ...ofList,
    deals: invented.map((_one, nth) => listed(nth)),
  }),
  page(
    'list-columns-swapped-german',
    document(grid(columns('de').toReversed(), { pinned: 2 }), { lang: 'de' }),
    { ...ofList, deals: invented.map((_one, nth) => listed(nth)) },
  ),
  // facts.md 4.2: columns that are scrolled away are not there; the id of a row may be all that is left.
  page('list-name-scrolled-away', document(grid(columns('en').slice(1)), { lang: 'en-US' }), {
    ...ofList,
    deals: invented.map((_one, nth) => {
      const { name: _name, ...values } = listed(nth).values;
      return { ...listed(nth), values };
    }),
  }),
  page('list-without-ids', document(grid(columns('en', false), { withRowIds: false }), { lang: 'en-US' }), {
    ...ofList,
    deals: invented.map((_one, nth) => withoutId(listed(nth))),
  }),
  page('list-of-ids-that-differ', document(grid(columns('en')).replaceAll('row-id="5f0c', 'row-id="6f0c')), {
    url: listUrl,
    kind: 'list',
    tenant,
    result: 'unknown',
  }),
  page(
    'list-of-older-grid',
    document(
      '<h1>Opportunities</h1><div data-id="grid-container"><div class="wj-row" aria-rowindex="2"><div class="wj-cell">Harbour cranes</div></div></div>',
    ),
    { url: listUrl, kind: 'list', tenant, result: 'unknown' },
  ),
  page(
    'list-loading',
    document(
      '<h1>Opportunities</h1><div role="progressbar">Loading</div><div data-id="entity_control-powerapps_onegrid_control_container"></div>',
    ),
    { url: listUrl, kind: 'list', tenant, result: 'loading' },
  ),
  page('accounts', document(grid(columns('en'))), {
    url: listUrl.replace('opportunity', 'account'),
    kind: 'other',
    tenant,
    result: 'other',
  }),
  page('record-german', document(form('- Gespeichert'), { lang: 'de' }), {
    ...ofRecord,
    deals: [expectedDeal(0, { ...ofForm, owner: deal(0).owner })],
  }),
  page('record-unsaved', document(form('- Nicht gespeichert', '99.999,00 €'), { lang: 'de' }), {
    ...ofRecord,
    deals: [expectedDeal(0, {})],
    problems: ['unsaved-edits'],
  }),
  page('record-loading', document('<h1>Opportunity</h1><div role="progressbar">Loading</div>'), {
    url: recordUrl(0),
    kind: 'record',
    tenant,
    result: 'loading',
  }),
  page('record-changed', document(form('- Saved').replaceAll('.fieldControl', '.control')), {
    url: recordUrl(0),
    kind: 'record',
    tenant,
    result: 'unknown',
  }),
];
