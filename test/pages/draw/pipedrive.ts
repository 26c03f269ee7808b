import { document, esc } from './html';
import { deal, invented, outcomeOf, type Invented } from './invented';
import type { Expected, ExpectedDeal, StoredPage } from './stored-page';
import { amountOf, day, money, type Locale } from './writer';

const ids = ['1042', '1043', '1044', '1045'];
const tenant = 'acme.pipedrive.com';
const origin = `https://${tenant}`;
const listUrl = `${origin}/deals/list/filter/17`;
const boardUrl = `${origin}/pipeline/3/user/everyone`;

interface Column {
  readonly field: string;
  readonly label: string;
  readonly cell: (one: Invented, nth: number) => string;
}

function columns(locale: Locale, currency: string): readonly Column[] {
  return [
    {
      field: 'title',
      label: 'Title',
      cell: ({ name }, nth) => `<a href="/deal/${ids[nth]}">${esc(name)}</a>`,
    },
    {
      field: 'value',
      label: 'Value',
      cell: ({ minor }) => (minor === null ? '' : money(minor, currency, locale)),
    },
    // facts.md 3.4: weighted, and no amount of the deal.
    { field: 'weighted_value', label: 'Weighted value', cell: ({ decoy }) => money(decoy, currency, locale) },
    {
      field: 'org_id',
      label: 'Organisation',
      cell: ({ account }) => `<a href="/organization/7">${esc(account)}</a>`,
    },
    { field: 'stage_id', label: 'Stage', cell: ({ stage }) => stage },
    {
      field: 'expected_close_date',
      label: 'Expected close date',
      cell: ({ closeOn }) => day(closeOn, locale),
    },
    { field: 'user_id', label: 'Owner', cell: ({ owner }) => esc(owner) },
    {
      field: '9dc80c50d78a15643bfc4ca79d76156a73a1ca0e',
      label: 'Amount',
      cell: ({ decoy }) => money(decoy, currency, locale),
    },
  ];
}

/** facts.md 3.2: list cells name their field. */
function list(all: readonly Column[]): string {
  const head = all.map(({ label }) => `<th>${label}</th>`).join('');
  const rows = invented.map(
    (one, nth) =>
      `<tr>${all.map(({ field, cell }) => `<td data-field="${field}"><div class="cui5-cell">${cell(one, nth)}</div></td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function expectedDeal(nth: number, values: Readonly<Record<string, unknown>>): ExpectedDeal {
  return { id: ids[nth] ?? '', url: `${origin}/deal/${ids[nth]}`, values };
}

function listed(nth: number, currency: string): ExpectedDeal {
  const { name, account, minor, stage, closeOn, owner } = deal(nth);
  return expectedDeal(nth, {
    name,
    account,
    amount: amountOf(minor, currency),
    stage,
    closeOn,
    owner,
    ...outcomeOf(deal(nth)),
  });
}

/** facts.md 3.2, Board: a tile has its deal's id and a link to it. */
function tile(nth: number, { prefix = '', isWholeLinked = false } = {}): string {
  const { name, account, minor } = deal(nth);
  const value = `<div data-test="pipeline-deal-value">${minor === null ? '€0.00' : money(minor, 'EUR', 'en')}</div>`;
  const label = `<span data-test="deal-label">Hot</span><h4>${esc(account)}</h4>`;
  const link = isWholeLinked
    ? `<a href="/deal/${ids[nth]}">${esc(name)}${value}</a>${label}`
    : `<a href="/deal/${ids[nth]}">${esc(name)}</a>${value}${label}`;
  return `<div data-test="pipeline-deal-tile" data-test-deal-id="${prefix}${ids[nth]}" data-test-deal-index="0">${link}</div>`;
}

function column(nth: number, tiles: string): string {
  return `<div data-test="stage-column-${nth}"><div data-test="stage-header"><h3><span>${deal(nth).stage}</span></h3><div>€99,000 · 1 deal</div></div><div data-test="deals-list">${tiles}</div></div>`;
}

function tiled(nth: number, withStage = true): ExpectedDeal {
  const { name, minor, stage } = deal(nth);
  return expectedDeal(nth, {
    name,
    amount: amountOf(minor ?? 0, 'EUR'),
    ...(withStage ? { stage, ...outcomeOf(deal(nth)) } : {}),
  });
}

const ofList = {
  url: listUrl,
  kind: 'list',
  tenant,
  result: 'deals',
  scope: '/deals/list/filter/17',
} as const;
const ofBoard = {
  url: boardUrl,
  kind: 'board',
  tenant,
  result: 'deals',
  scope: '/pipeline/3/user/everyone',
} as const;
const board = (content: string) =>
  document(`<main><div data-test="pipeline-view">${content}</div></main>`, { lang: 'en' });
const recordUrl = `${origin}/deal/${ids[0]}`;
const ofRecord = { url: recordUrl, kind: 'record', tenant, result: 'deals' } as const;

/** Of a deal's page labels alone are known. */
function record(amount: string): string {
  const { name, account, stage, closeOn, decoy } = deal(0);
  return `<main><h1>${esc(name)}</h1><dl><dt>Wert</dt><dd>${amount}</dd><dt>Gewichteter Wert</dt><dd>${money(decoy, 'EUR', 'de')}</dd><dt>Organisation</dt><dd>${esc(account)}</dd><dt>Phase</dt><dd>${stage}</dd><dt>Erwartetes Abschlussdatum</dt><dd>${day(closeOn, 'de')}</dd></dl></main>`;
}

function page(name: string, html: string, expected: Expected): StoredPage {
  return { crm: 'pipedrive', name, html, expected };
}

/** The pages of deals of a company. */
export const pipedrivePages: readonly StoredPage[] = [
  page('list', document(list(columns('en', 'EUR')), { lang: 'en' }), {
    ...ofList,
    deals: invented.map((_, nth) => listed(nth, 'EUR')),
  }),
  page('list-columns-swapped-danish', document(list(columns('da', 'DKK').toReversed()), { lang: 'da' }), {
    ...ofList,
    deals: invented.map((_, nth) => listed(nth, 'DKK')),
  }),
  page(
    'list-of-two-deals-a-row',
    document(list(columns('en', 'EUR')).replaceAll('href="/organization/7"', 'href="/deal/7"')),
    { url: listUrl, kind: 'list', tenant, result: 'unknown' },
  ),
  page('list-empty', document('<main><div data-test="no-deals-content">No deals found</div></main>'), {
    ...ofList,
    deals: [],
  }),
  page('list-loading', document('<main><h1>Deals</h1><div role="progressbar">Loading</div></main>'), {
    url: listUrl,
    kind: 'list',
    tenant,
    result: 'loading',
  }),
  page('list-changed', document(list(columns('en', 'EUR')).replaceAll('data-field', 'data-key')), {
    url: listUrl,
    kind: 'list',
    tenant,
    result: 'unknown',
  }),
  page('leads', document(list(columns('en', 'EUR'))), {
    url: `${origin}/leads/inbox/7f3a9c10-0000-4000-8000-000000000001`,
    kind: 'other',
    tenant,
    result: 'other',
  }),
  page('board', board(invented.map((_, nth) => column(nth, tile(nth))).join('\n')), {
    ...ofBoard,
    deals: invented.map((_, nth) => tiled(nth)),
  }),
  // The heading of the first column is not the stage of all.
  page(
    'board-in-one-wrapper',
    board(
      `<div data-test="stages">${invented.map((_, nth) => column(nth, tile(nth)).replace(/data-test="stage-(?:column-\d|header)"/g, '')).join('\n')}</div>`,
    ),
    { ...ofBoard, deals: invented.map((_, nth) => tiled(nth, false)) },
  ),
  page(
    'board-sum-in-heading',
    board(
      invented
        .map((_, nth) => column(nth, tile(nth)).replace('</span></h3>', '</span> <span>€99,000</span></h3>'))
        .join('\n'),
    ),
    { ...ofBoard, deals: invented.map((_, nth) => tiled(nth, false)) },
  ),
  // facts.md 3.2: in the forecast view columns are months, and ids have a prefix.
  page(
    'board-forecast',
    board(
      invented
        .map((_, nth) => `<div><h3>March 2027</h3>${tile(nth, { prefix: 'forecast-' })}</div>`)
        .join('\n'),
    ),
    { ...ofBoard, deals: invented.map((_, nth) => tiled(nth, false)) },
  ),
  page('board-empty', board('<div data-test="no-deals-content">Add your first deal</div>'), {
    ...ofBoard,
    deals: [],
  }),
  page(
    'board-whole-tile-linked',
    board(invented.map((_, nth) => column(nth, tile(nth, { isWholeLinked: true }))).join('\n')),
    { url: boardUrl, kind: 'board', tenant, result: 'unknown' },
  ),
  page('record-german', document(record(money(deal(0).minor ?? 0, 'EUR', 'de')), { lang: 'de' }), {
    ...ofRecord,
    deals: [
      expectedDeal(0, {
        name: deal(0).name,
        account: deal(0).account,
        amount: amountOf(deal(0).minor, 'EUR'),
        stage: deal(0).stage,
        closeOn: deal(0).closeOn,
      }),
    ],
  }),
  // A field on a page whose other values are text: what it holds may be anything.
  page('record-with-a-field', document(record('<input value="99.999,00 €">'), { lang: 'de' }), {
    ...ofRecord,
    deals: [expectedDeal(0, { name: deal(0).name })],
    problems: ['unsaved-edits'],
  }),
  page('record-changed', document(`<main><h1>${deal(0).name}</h1><p>€15,250.50 on March 25</p></main>`), {
    url: recordUrl,
    kind: 'record',
    tenant,
    result: 'unknown',
  }),
];
