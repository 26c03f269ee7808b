import { document as plain, esc } from './html';
import { deal, invented, outcomeOf, type Invented } from './invented';
import type { Expected, ExpectedDeal, StoredPage } from './stored-page';
import { amountOf, day, money, type Locale } from './writer';

/** Its own style sheet makes rows and boxes of its elements. */
function document(body: string, about: { readonly lang?: string } = {}): string {
  const head =
    '<style>lyte-exptable-tr{display:table-row}lyte-exptable-th,lyte-exptable-td{display:table-cell}lyte-board,lyte-card,crux-table-component{display:block}</style>';
  return plain(body, { ...about, head });
}

// facts.md 5.1: ids exceed what a number holds; as numbers the first two would be the same.
const ids = ['564300000000412001', '564300000000412002', '9007199254740993', '9007199254740992'];
const host = 'crm.zoho.in';
const tenant = `${host}/org20066660007`;
const home = `https://${host}/crm/org20066660007/tab/Potentials`;
const listUrl = `${home}/custom-view/564300000000087501/list?page=1`;
const boardUrl = `${home}/custom-view/564300000000087501/kanban?pipeline=564300000000099001`;

interface Column {
  readonly label: string;
  readonly cell: (one: Invented, nth: number) => string;
}

function columns(locale: Locale, labels: readonly string[]): readonly Column[] {
  const [name = '', amount = '', stage = '', closing = '', account = '', owner = '', expected = ''] = labels;
  const currency = locale === 'in' ? 'INR' : 'EUR';
  return [
    {
      label: name,
      cell: (one, nth) =>
        `<a id="listView_${ids[nth]}" href="/crm/org20066660007/tab/Potentials/${ids[nth]}">${esc(one.name)}</a>`,
    },
    { label: amount, cell: ({ minor }) => (minor === null ? '' : money(minor, currency, locale)) },
    // facts.md 5.4: no amount of the deal.
    { label: expected, cell: ({ decoy }) => money(decoy, currency, locale) },
    { label: stage, cell: (one) => one.stage },
    { label: closing, cell: ({ closeOn }) => day(closeOn, locale) },
    { label: account, cell: (one) => esc(one.account) },
    { label: owner, cell: (one) => esc(one.owner) },
    { label: 'Deal Category', cell: () => 'Existing' },
  ];
}

const english = [
  'Deal Name',
  'Amount',
  'Stage',
  'Closing Date',
  'Account Name',
  'Deal Owner',
  'Expected Revenue',
];
const french = [
  "Nom de l'affaire",
  'Montant',
  'Étape',
  'Date de clôture',
  'Nom du compte',
  "Propriétaire de l'affaire",
  'Revenu prévu',
];

/** facts.md 5.2: Lyte elements, whose cells are told apart by their order alone. */
function list(all: readonly Column[], rows: readonly Invented[] = invented): string {
  const head = all.map(
    ({ label }) => `<lyte-exptable-th><lyte-text>${esc(label)}</lyte-text></lyte-exptable-th>`,
  );
  const body = rows.map(
    (one, nth) =>
      `<lyte-exptable-tr data-zcqa="detailView"><lyte-exptable-td><input type="checkbox"></lyte-exptable-td>${all.map(({ cell }) => `<lyte-exptable-td><lyte-text>${cell(one, nth)}</lyte-text></lyte-exptable-td>`).join('')}</lyte-exptable-tr>`,
  );
  return `<crux-table-component cx-prop-module="Potentials"><lyte-exptable-tr id="listviewHeaderRow"><lyte-exptable-th></lyte-exptable-th>${head.join('')}</lyte-exptable-tr>${body.join('\n')}</crux-table-component>`;
}

function expectedDeal(nth: number, values: Readonly<Record<string, unknown>>): ExpectedDeal {
  return { id: ids[nth] ?? '', url: `${home}/${ids[nth]}`, values };
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

/** facts.md 5.2, Kanban: the column says its stage, and that it is one by naming pipelines. */
function column(nth: number, header: string, pipelines = ' data-pipelines="564300000000099001"'): string {
  const { name, minor, owner, closeOn } = deal(nth);
  return `<lyte-board data-zcqa="kanbanHeader_${esc(header)}"${pipelines}><span class="counterValue">1</span><span class="numberDivCurrencyView">₹ 99,00,000.00</span><lyte-card class="crm-kv-card"><a class="crm-kv-header-link" href="/crm/org20066660007/tab/Potentials/${ids[nth]}">${esc(name)}</a><span>${money(minor ?? 0, 'INR', 'in')}</span><crux-date-component>${day(closeOn, 'in')}</crux-date-component><span data-zcqa="recordOwner">${esc(owner)}</span></lyte-card></lyte-board>`;
}

function carded(nth: number, withStage = true): ExpectedDeal {
  const { name, stage, owner } = deal(nth);
  return expectedDeal(nth, { name, owner, ...(withStage ? { stage, ...outcomeOf(deal(nth)) } : {}) });
}

const ofList = { url: listUrl, kind: 'list', tenant, result: 'deals', scope: '564300000000087501' } as const;
const ofBoard = {
  url: boardUrl,
  kind: 'board',
  tenant,
  result: 'deals',
  scope: '564300000000087501 564300000000099001',
} as const;
const recordUrl = `${home}/${ids[0]}`;
const ofRecord = { url: recordUrl, kind: 'record', tenant, result: 'deals' } as const;

/** Of a deal's page labels alone are known. */
function record(amount: string): string {
  const { name, account, stage, closeOn, decoy, owner } = deal(0);
  const pairs = [
    ['Deal Name', esc(name)],
    ['Amount', amount],
    ['Expected Revenue', money(decoy, 'INR', 'in')],
    ['Stage', stage],
    ['Closing Date', day(closeOn, 'in')],
    ['Account Name', esc(account)],
    ['Deal Owner', esc(owner)],
  ];
  return `<main><h1>${esc(name)}</h1>${pairs.map(([label, value]) => `<div><span>${label}</span><span>${value}</span></div>`).join('\n')}</main>`;
}

function page(name: string, html: string, expected: Expected): StoredPage {
  return { crm: 'zoho', name, html, expected };
}

/** The pages of deals of an organisation. */
export const zohoPages: readonly StoredPage[] = [
  page('list', document(list(columns('in', english))), {
    ...ofList,
    deals: invented.map((_, nth) => listed(nth, 'INR')),
  }),
  page('list-columns-swapped-french', document(list(columns('fr', french).toReversed()), { lang: 'fr' }), {
    ...ofList,
    deals: invented.map((_, nth) => listed(nth, 'EUR')),
  }),
  page(
    'list-amount-under-another-name',
    document(
      list(
        columns(
          'in',
          english.map((label) => (label === 'Amount' ? 'Potencial Total' : label)),
        ),
      ),
    ),
    {
      ...ofList,
      deals: invented.map((_, nth) => {
        const { amount: _amount, ...values } = listed(nth, 'INR').values;
        return expectedDeal(nth, values);
      }),
    },
  ),
  page(
    'list-a-cell-too-few',
    document(
      list(columns('in', english)).replace(
        /<lyte-exptable-td><lyte-text>₹ 15,250\.50<\/lyte-text><\/lyte-exptable-td>/,
        '',
      ),
    ),
    { url: listUrl, kind: 'list', tenant, result: 'unknown' },
  ),
  page('list-empty', document(list(columns('in', english), [])), { ...ofList, deals: [] }),
  page(
    'list-loading',
    document('<h1>Deals</h1><crux-table-component aria-busy="true"></crux-table-component>'),
    { url: listUrl, kind: 'list', tenant, result: 'loading' },
  ),
  page(
    'list-changed',
    document(`<h1>Deals</h1>${list(columns('in', english)).replaceAll('listviewHeaderRow', 'listHead')}`),
    { url: listUrl, kind: 'list', tenant, result: 'unknown' },
  ),
  page('leads', document(list(columns('in', english))), {
    url: listUrl.replace('Potentials', 'Leads'),
    kind: 'other',
    tenant,
    result: 'other',
  }),
  page('board', document(`<div>${invented.map((one, nth) => column(nth, one.stage)).join('\n')}</div>`), {
    ...ofBoard,
    deals: invented.map((_, nth) => carded(nth)),
  }),
  page(
    'board-by-owner',
    document(`<div>${invented.map((one, nth) => column(nth, one.owner, '')).join('\n')}</div>`),
    { ...ofBoard, deals: invented.map((_, nth) => carded(nth, false)) },
  ),
  page(
    'board-changed',
    document(
      `<h1>Deals</h1><div>${invented.map((one, nth) => column(nth, one.stage)).join('\n')}</div>`.replaceAll(
        'crm-kv-header-link',
        'crm-link',
      ),
    ),
    { url: boardUrl, kind: 'board', tenant, result: 'unknown' },
  ),
  page('record', document(record(money(deal(0).minor ?? 0, 'INR', 'in'))), {
    ...ofRecord,
    deals: [listed(0, 'INR')],
  }),
  // As the page filled them: nobody has touched them.
  page('record-in-fields', document(record('<input value="₹ 99,999.00">')), {
    ...ofRecord,
    deals: [expectedDeal(0, { ...listed(0, 'INR').values, amount: amountOf(9_999_900, 'INR') })],
  }),
  page('record-changed', document(`<main><h1>${deal(0).name}</h1><p>₹ 15,250.50</p></main>`), {
    url: recordUrl,
    kind: 'record',
    tenant,
    result: 'unknown',
  }),
];
