import { document, esc } from './html';
import { deal, invented, outcomeOf, type Invented } from './invented';
import type { Expected, ExpectedDeal, StoredPage } from './stored-page';
import { amountOf, day, money, type Locale } from './writer';

const ids = ['18210045501', '18210045502', '18210045503', '9007199254740993123'];
const portal = '245000001';
const origin = 'https://app.hubspot.com';
const tenant = `app.hubspot.com/${portal}`;
const listUrl = `${origin}/contacts/${portal}/objects/0-3/views/all/list`;

interface Column {
  readonly property: string;
  readonly label: string;
  readonly cell: (one: Invented, nth: number) => string;
}

function columns(locale: Locale, labels: Readonly<Record<string, string>> = {}): readonly Column[] {
  const label = (name: string): string => labels[name] ?? name;
  return [
    {
      property: 'dealname',
      label: label('Deal name'),
      cell: ({ name }, nth) =>
        `<div><a href="/contacts/${portal}/record/0-3/${ids[nth]}"><span data-test-id="truncated-object-label">${esc(name)}</span></a><button>Preview</button></div>`,
    },
    {
      property: 'dealstage',
      label: label('Deal stage'),
      cell: ({ stage }) => `<span>${stage} (Sales pipeline)</span>`,
    },
    {
      property: 'closedate',
      label: label('Close date'),
      cell: ({ closeOn }) => `<span>${day(closeOn, locale)}</span>`,
    },
    {
      property: 'hubspot_owner_id',
      label: label('Deal owner'),
      cell: ({ owner }) => `<span>${esc(owner)}</span>`,
    },
    {
      property: 'amount',
      label: label('Amount'),
      cell: ({ minor }) => `<span>${minor === null ? '--' : money(minor, 'EUR', locale)}</span>`,
    },
    // facts.md 2.5: another currency, and weighted: no amounts of the deal.
    {
      property: 'amount_in_home_currency',
      label: 'Amount in company currency',
      cell: ({ decoy }) => `<span>${money(decoy, 'USD', 'en')}</span>`,
    },
    {
      property: 'hs_projected_amount',
      label: 'Weighted amount',
      cell: ({ decoy }) => `<span>${money(decoy, 'EUR', locale)}</span>`,
    },
  ];
}

/** facts.md 2.2: a cell names its property and its deal. */
function table(all: readonly Column[], rows: readonly Invented[], of = ids): string {
  const head = all.map(
    ({ property, label }) =>
      `<th data-table-external-id="header-0-3-${property}"><span>${esc(label)}</span></th>`,
  );
  const body = rows.map((one, nth) => {
    const cells = all.map(
      ({ property, cell }, at) =>
        `<td data-column-index="${at}" data-table-external-id="cell-0-3-${property}-${of[nth]}">${cell(one, nth)}</td>`,
    );
    return `<tr data-test-id="row-${ids[nth]}"><td><input type="checkbox"></td>${cells.join('')}</tr>`;
  });
  return `<table role="grid" data-test-id="framework-data-table"><thead><tr><th></th>${head.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

function expectedDeal(nth: number, values?: Readonly<Record<string, unknown>>): ExpectedDeal {
  const { name, minor, closeOn, stage, owner } = deal(nth);
  return {
    id: ids[nth] ?? '',
    url: `${origin}/contacts/${portal}/record/0-3/${ids[nth]}`,
    values: values ?? {
      name,
      amount: amountOf(minor, 'EUR'),
      closeOn,
      stage,
      pipeline: 'Sales pipeline',
      owner,
      ...outcomeOf(deal(nth)),
    },
  };
}

/** A calendar that opens over the list is a grid too. */
const calendar =
  '<div role="dialog"><table role="grid"><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>';
const ofList = { url: listUrl, kind: 'list', tenant, result: 'deals', scope: 'all' } as const;
const german = {
  'Deal name': 'Deal-Name',
  'Deal stage': 'Deal-Phase',
  'Close date': 'Abschlussdatum',
  'Deal owner': 'Zuständiger Mitarbeiter',
  Amount: 'Betrag',
};

/** facts.md 2.2, Board: properties of a card have labels alone. */
function property(nth: number, label: string, value: string): string {
  return `<div data-test-id="cdbc-property-${nth}" data-selenium-test="card-property"><span>${esc(label)}:</span> <span data-test-id="cdbc-property-value">${value}</span></div>`;
}

function card(nth: number, [amount, weighted]: readonly [string, string], locale: Locale): string {
  const { name, closeOn } = deal(nth);
  const labels = locale === 'fr' ? ['Montant', 'Date de fermeture'] : ['Amount', 'Close date'];
  return `<div data-test-id="cdb-column-item" data-rbd-draggable-id="${ids[nth]}"><div data-test-id="cdb-card"><div data-test-id="cdbc-card" data-selenium-id="${ids[nth]}"><a href="/contacts/${portal}/record/0-3/${ids[nth]}?eschref=board"><span data-test-id="cdbc-title">${esc(name)}</span></a>${property(0, labels[0] ?? '', amount)}${property(1, 'Weighted amount', weighted)}${property(2, labels[1] ?? '', day(closeOn, locale))}<div data-selenium-id="7701"><a href="/contacts/${portal}/record/0-1/7701">Ida Holm</a></div></div></div></div>`;
}

function column(nth: number, cards: string, kind: string): string {
  return `<div ${kind}><div><span data-test-id="cdb-column-name">${deal(nth).stage}</span><span>1</span></div>${cards}<div data-test-id="cdb-column-footer"><span data-test-id="summary-line-1">€99M | Total amount</span></div></div>`;
}

const boardUrl = `${origin}/contacts/${portal}/objects/0-3/views/123456/board?pipeline=default&query=crane`;
const ofBoard = { url: boardUrl, kind: 'board', tenant, result: 'deals', scope: '123456 crane' } as const;

function cardDeal(nth: number): ExpectedDeal {
  const { name, minor, closeOn, stage } = deal(nth);
  return expectedDeal(nth, { name, amount: amountOf(minor, 'EUR'), closeOn, stage, ...outcomeOf(deal(nth)) });
}

/** facts.md 2.2, Record: values in `property-input-…`; the owner has none. */
function sidebar(all: readonly (readonly [property: string, label: string, value: string])[]): string {
  const items = all.map(
    ([name, label, value]) =>
      `<span data-test-id="${name}"><label>${esc(label)}</label><div data-selenium-test="property-input-${name}">${value}</div></span>`,
  );
  return `<div data-card-type="PROPERTIES_V3"><div data-selenium-test="profile-properties-list">${items.join('\n')}<span data-test-id="hubspot_owner_id"><label>Deal owner</label><span>Birte Kolbe</span></span></div></div>`;
}

function recordSidebar(amount = `<span>${money(deal(0).minor ?? 0, 'EUR', 'en')}</span>`): string {
  const { name, stage, closeOn, decoy } = deal(0);
  return sidebar([
    ['dealname', 'Deal name', `<span>${esc(name)}</span>`],
    ['amount', 'Amount', amount],
    ['amount_in_home_currency', 'Amount in company currency', `<span>${money(decoy, 'USD', 'en')}</span>`],
    ['closedate', 'Close date', `<span>${day(closeOn, 'en')}</span>`],
    ['dealstage', 'Deal stage', `<button type="button"><span>${stage}</span></button>`],
    ['createdate', 'Create date', '<span>1/15/2027</span>'],
  ]);
}

const person = sidebar([
  ['firstname', 'First name', '<span>Ida</span>'],
  ['createdate', 'Create date', '<span>1/2/2019</span>'],
]);
const title = `<div data-card-type="OBJECT_HIGHLIGHT"><h2 data-selenium-test="highlightTitle">${deal(0).name}</h2></div>`;
const recordUrl = `${origin}/contacts/${portal}/record/0-3/${ids[0]}`;
const ofRecord = { url: recordUrl, kind: 'record', tenant, result: 'deals' } as const;
const all = invented.map((_, nth) => expectedDeal(nth));

function page(name: string, html: string, expected: Expected): StoredPage {
  return { crm: 'hubspot', name, html, expected };
}

/** The pages of deals of a portal. */
export const hubspotPages: readonly StoredPage[] = [
  page('list', document(`${calendar}${table(columns('en'), invented)}`, { lang: 'en' }), {
    ...ofList,
    deals: all,
  }),
  page(
    'list-columns-swapped-german',
    document(table(columns('de', german).toReversed(), invented), { lang: 'de' }),
    {
      ...ofList,
      url: listUrl.replace('app.hubspot', 'app-eu1.hubspot'),
      tenant: `app-eu1.${tenant.slice(4)}`,
      deals: all.map((one) => ({ ...one, url: one.url?.replace('app.hubspot', 'app-eu1.hubspot') ?? '' })),
    },
  ),
  // A stage whose own name has brackets, beside the column that says the pipeline.
  page(
    'list-stage-in-brackets',
    document(
      table(
        [
          ...columns('en').map((one) =>
            one.property === 'dealstage'
              ? { ...one, cell: ({ stage }: Invented) => `<span>${stage} (revised)</span>` }
              : one,
          ),
          { property: 'pipeline', label: 'Pipeline', cell: () => '<span>Sales pipeline</span>' },
        ],
        invented,
      ),
      { lang: 'en' },
    ),
    {
      ...ofList,
      deals: all.map((one, nth) => {
        const { outcome: _, ...values } = one.values;
        return { ...one, values: { ...values, stage: `${deal(nth).stage} (revised)` } };
      }),
    },
  ),
  page('list-of-mixed-rows', document(table(columns('en'), invented, [...ids].reverse())), {
    url: listUrl,
    kind: 'list',
    tenant,
    result: 'unknown',
  }),
  page('list-empty', document(`${table(columns('en'), [])}<p>No deals match the current filters.</p>`), {
    ...ofList,
    deals: [],
  }),
  page('list-loading', document('<h1>Deals</h1><div aria-busy="true"><div>Loading</div></div>'), {
    url: listUrl,
    kind: 'list',
    tenant,
    result: 'loading',
  }),
  page(
    'list-changed',
    document(
      `<h1>Deals</h1>${table(columns('en'), invented).replaceAll('data-table-external-id', 'data-cell')}`,
    ),
    { url: listUrl, kind: 'list', tenant, result: 'unknown' },
  ),
  page('contacts', document(table(columns('en'), invented).replaceAll('cell-0-3-', 'cell-0-1-')), {
    url: listUrl.replace('0-3', '0-1'),
    kind: 'other',
    tenant,
    result: 'other',
  }),
  page(
    'board',
    document(
      `<div>${invented.map((one, nth) => column(nth, card(nth, [one.minor === null ? '--' : money(one.minor, 'EUR', 'en'), money(one.decoy, 'EUR', 'en')], 'en'), 'data-test-id="cdb-column"')).join('\n')}</div>`,
      { lang: 'en' },
    ),
    { ...ofBoard, deals: invented.map((_, nth) => cardDeal(nth)) },
  ),
  // facts.md 2.2: columns and cards of the newer kind, with the older within; facts.md 0.3: abbreviated amounts.
  page(
    'board-newer-french',
    document(
      `<div>${invented.map((one, nth) => `<div data-test-id="framework-data-column-${nth}" data-column-id="${nth}">${column(nth, card(nth, [one.minor === null ? '--' : `${nth + 1},2\u00a0M\u00a0€`, money(one.decoy, 'EUR', 'fr')], 'fr'), 'data-test-id="cdb-column"')}</div>`).join('\n')}</div>`,
      { lang: 'fr' },
    ),
    {
      ...ofBoard,
      deals: invented.map(({ minor }, nth) => {
        const { values, ...one } = cardDeal(nth);
        return minor === null
          ? { ...one, values }
          : {
              ...one,
              values: { ...values, amount: { decimal: `${nth + 1}200000`, currency: 'EUR' } },
              approximate: ['amount'],
            };
      }),
    },
  ),
  page(
    'board-changed',
    document('<h1>Deals</h1><div data-test-id="board-v3"><div>Harbour cranes €15,250.50</div></div>'),
    { url: boardUrl, kind: 'board', tenant, result: 'unknown' },
  ),
  page('record', document(`<aside>${person}</aside>${title}${recordSidebar()}`, { lang: 'en' }), {
    ...ofRecord,
    deals: [
      expectedDeal(0, {
        name: deal(0).name,
        amount: amountOf(deal(0).minor, 'EUR'),
        closeOn: deal(0).closeOn,
        stage: deal(0).stage,
        createdOn: '2027-01-15',
      }),
    ],
  }),
  // As the page filled them: nobody has touched them.
  page(
    'record-in-fields',
    document(`${title}${recordSidebar('<input value="€99,999.00">')}`, { lang: 'en' }),
    {
      ...ofRecord,
      deals: [
        expectedDeal(0, {
          name: deal(0).name,
          amount: amountOf(9_999_900, 'EUR'),
          closeOn: deal(0).closeOn,
          stage: deal(0).stage,
          createdOn: '2027-01-15',
        }),
      ],
    },
  ),
  page(
    'record-changed',
    document(`<h1>Deal</h1>${title}<div data-card-type="PROPERTIES_V4">Amount €15,250.50</div>`),
    { url: recordUrl, kind: 'record', tenant, result: 'unknown' },
  ),
];
