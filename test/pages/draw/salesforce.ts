import { document, esc, shadow } from './html';
import { deal, invented, outcomeOf, type Invented } from './invented';
import type { Expected, ExpectedDeal, StoredPage } from './stored-page';
import { amountOf, day, figures, money, type Locale } from './writer';

// facts.md 1.1: a short id and the long one of the same record. The last three letters say which of five characters each
// are capitals: A for none, D for the first two, Q for the last, 5 for all.
const shortIds = ['0065g00000ABcde', '0065g00000abcdE', '0065g00000abcd1', '0065g00000ABCDE'];
const suffixes = ['AAD', 'AAQ', 'AAA', 'AA5'];
const host = 'acme.lightning.force.com';
const origin = `https://${host}`;
const listUrl = `${origin}/lightning/o/Opportunity/list?filterName=AllOpportunities`;

const longIds = shortIds.map((id, nth) => `${id}${suffixes[nth]}`);

function idAt(nth: number): string {
  return longIds[nth] ?? '';
}

interface Column {
  /** facts.md 1.2: `data-col-key-value` holds the field's name, a type and a number. */
  readonly key: string;
  readonly label: string;
  readonly cell: (one: Invented, nth: number) => string;
}

const text = (content: string) =>
  `<lightning-base-formatted-text>${esc(content)}</lightning-base-formatted-text>`;

function columns(locale: Locale, labels: Readonly<Record<string, string>> = {}): readonly Column[] {
  const label = (name: string): string => labels[name] ?? name;
  return [
    {
      key: 'Name-url-1',
      label: label('Opportunity Name'),
      cell: (one, nth) =>
        `<lightning-formatted-url><a href="/lightning/r/${idAt(nth)}/view">${esc(one.name)}</a></lightning-formatted-url><button title="Edit">Edit name</button>`,
    },
    {
      key: 'Account.Name-url-2',
      label: label('Account Name'),
      cell: ({ account }) =>
        `<force-lookup><a data-navigation="enable" href="/lightning/r/001000000000001/view">${esc(account)}</a></force-lookup>`,
    },
    {
      key: 'Amount-currency-3',
      label: label('Amount'),
      cell: ({ minor }) =>
        minor === null
          ? ''
          : `<lightning-formatted-number>${money(minor, 'EUR', locale)}</lightning-formatted-number><button>Edit amount</button>`,
    },
    // facts.md 1.4: no amount of the deal.
    {
      key: 'ExpectedRevenue-currency-4',
      label: label('Expected Revenue'),
      cell: ({ decoy }) =>
        `<lightning-formatted-number>${money(decoy, 'EUR', locale)}</lightning-formatted-number>`,
    },
    {
      key: 'CloseDate-date-local-5',
      label: label('Close Date'),
      cell: ({ closeOn }) =>
        `<lightning-formatted-date-time>${day(closeOn, locale)}</lightning-formatted-date-time>`,
    },
    { key: 'StageName-text-6', label: label('Stage'), cell: ({ stage }) => text(stage) },
    { key: 'Owner.Alias-text-7', label: label('Owner Alias'), cell: () => text('bkolb') },
  ];
}

/** facts.md 1.2: a grid whose header row has the key `HEADER`. */
function grid(all: readonly Column[], ids = longIds): string {
  const head = all
    .map(
      ({ key, label }) =>
        `<th data-col-key-value="${key}" aria-label="${esc(label)}"><span>${esc(label)}</span></th>`,
    )
    .join('');
  const rows = ids.map((id, nth) => {
    const cells = all.map(
      ({ key, label, cell }) =>
        `<td data-col-key-value="${key}" data-label="${esc(label)}" data-cell-type="text"><lightning-primitive-cell-factory>${cell(deal(nth), nth)}</lightning-primitive-cell-factory></td>`,
    );
    return `<tr data-row-key-value="${id}" data-row-number="${nth + 1}"><td><input type="checkbox" aria-label="Select"></td>${cells.join('')}</tr>`;
  });
  return `<lightning-datatable><table role="grid"><thead><tr data-row-key-value="HEADER"><th></th>${head}</tr></thead><tbody data-rowgroup-body>${rows.join('\n')}</tbody></table></lightning-datatable>`;
}

function manager(content: string, status: string): string {
  return `<lst-list-view-manager><lst-list-view-manager-header><span class="countSortedByFilteredBy">${status}</span></lst-list-view-manager-header>${content}</lst-list-view-manager>`;
}

function expectedDeal(nth: number, about: Partial<ExpectedDeal> = {}): ExpectedDeal {
  const { name, account, minor, closeOn, stage } = deal(nth);
  return {
    id: idAt(nth),
    url: `${origin}/lightning/r/Opportunity/${idAt(nth)}/view`,
    values: { name, account, amount: amountOf(minor, 'EUR'), closeOn, stage, ...outcomeOf(deal(nth)) },
    ...about,
  };
}

const ofList = {
  url: listUrl,
  kind: 'list',
  tenant: host,
  result: 'deals',
  scope: 'AllOpportunities',
} as const;
const all = invented.map((_, nth) => expectedDeal(nth));
const german = {
  'Opportunity Name': 'Opportunity-Name',
  'Account Name': 'Accountname',
  Amount: 'Betrag',
  'Close Date': 'Schlusstermin',
  Stage: 'Phase',
};
const danish = {
  'Opportunity Name': 'Navn på salgsmulighed',
  'Account Name': 'Kontonavn',
  Amount: 'Beløb',
  'Close Date': 'Slutdato',
  Stage: 'Fase',
};

/** Another object's list, as a tab that was left keeps it. */
const accounts = manager(
  '<lightning-datatable><table><tbody><tr data-row-key-value="0015g00000AAAAAAA0"><td data-col-key-value="Name-url-1">Nordkaj Logistik</td></tr></tbody></table></lightning-datatable>',
  '1 item',
);

const columnClass = 'runtime_sales_pipelineboardPipelineViewColumn';

/** facts.md 1.2, Kanban: the id stands among the classes of the inner card. */
function card(nth: number, locale: Locale): string {
  const { name, account, minor, decoy, closeOn } = deal(nth);
  const amount = minor === null ? '' : money(minor, 'EUR', locale);
  return `<li class="runtime_sales_pipelineboardPipelineViewCardStencil forceRecordLayout"><div class="pipelineViewCard ${idAt(nth)}"><div class="pipelineViewCardInnerWrapper"><span class="primaryDisplayField"><a href="/lightning/r/${idAt(nth)}/view">${esc(name)}</a></span><a class="forceOutputLookup" href="/lightning/r/001000000000001/view">${esc(account)}</a><span class="sfaOpportunityDealMotionAmount">${amount}</span><span class="uiOutputNumber">${money(decoy, 'EUR', locale)}</span><span class="sfaOpportunityDealMotionCloseDate"><span class="uiOutputDate">${day(closeOn, locale)}</span></span></div></div></li>`;
}

function boardColumn(nth: number, locale: Locale, header: string): string {
  return `<div class="${columnClass}">${header}<div class="listContent"><ul>${card(nth, locale)}</ul></div></div>`;
}

const stageHeader = (nth: number, count: string) =>
  `<div class="${columnClass}Header"><span class="stageHeaderLabel">${deal(nth).stage} (${count})</span><span>${money(99_999_900, 'EUR', 'en')}</span></div>`;
const ofBoard = { ...ofList, kind: 'board' } as const;

function cardDeal(nth: number): ExpectedDeal {
  const { account: _, ...values } = expectedDeal(nth).values;
  return expectedDeal(nth, { values });
}

/** facts.md 1.2, Record page: fields by `data-target-selection-name`. */
function field(name: string, label: string, value: string): string {
  return `<records-record-layout-item field-label="${esc(label)}" data-target-selection-name="sfdc:RecordField.Opportunity.${name}"><span class="test-id__field-label">${esc(label)}</span><span class="test-id__field-value"><slot name="outputField" data-output-element-id="output-field">${value}</slot><button title="Edit ${esc(label)}">Edit</button></span></records-record-layout-item>`;
}

function recordPage(
  nth: number,
  amount = `<lightning-formatted-number>${money(deal(nth).minor ?? 0, 'EUR', 'de')}</lightning-formatted-number>`,
): string {
  const { name, account, decoy, stage, closeOn, owner } = deal(nth);
  const fields = [
    field('Name', 'Opportunity-Name', `<lightning-formatted-text>${esc(name)}</lightning-formatted-text>`),
    field(
      'AccountId',
      'Accountname',
      `<force-lookup><a data-navigation="enable" href="/lightning/r/001000000000001/view">${esc(account)}</a></force-lookup>`,
    ),
    field('Amount', 'Betrag', amount),
    field(
      'ExpectedRevenue',
      'Erwarteter Umsatz',
      `<lightning-formatted-number>${money(decoy, 'EUR', 'de')}</lightning-formatted-number>`,
    ),
    field(
      'CloseDate',
      'Schlusstermin',
      `<lightning-formatted-date-time>${day(closeOn, 'de')}</lightning-formatted-date-time>`,
    ),
    field('StageName', 'Phase', `<lightning-formatted-text>${stage}</lightning-formatted-text>`),
    field(
      'Probability',
      'Wahrscheinlichkeit (%)',
      '<lightning-formatted-number>60\u00a0%</lightning-formatted-number>',
    ),
    field(
      'OwnerId',
      'Opportunity-Inhaber',
      `<force-owner-lookup><force-lookup><a data-navigation="enable" href="/lightning/r/005000000000001/view">${esc(owner)}</a></force-lookup></force-owner-lookup>`,
    ),
  ];
  return `<one-record-home-flexipage2><records-lwc-highlights-panel><records-highlights2><lightning-formatted-text slot="primaryField">${esc(name)}</lightning-formatted-text></records-highlights2></records-lwc-highlights-panel><records-lwc-detail-panel>${fields.join('\n')}</records-lwc-detail-panel></one-record-home-flexipage2>`;
}

const recordUrl = `${origin}/lightning/r/Opportunity/${shortIds[0]}/view`;
const ofRecord = { url: recordUrl, kind: 'record', tenant: host, result: 'deals' } as const;
const recordDeal = expectedDeal(0, {
  values: { ...expectedDeal(0).values, crmProbability: 0.6, owner: deal(0).owner },
});

function page(name: string, html: string, expected: Expected): StoredPage {
  return { crm: 'salesforce', name, html, expected };
}

/** The pages of Lightning Experience. */
export const salesforcePages: readonly StoredPage[] = [
  page('list', document(manager(grid(columns('en')), '4 items • Sorted by Close Date'), { lang: 'en-US' }), {
    ...ofList,
    total: 4,
    deals: all,
  }),
  // facts.md 1.2: fifty are loaded at a time, and more are said to be there.
  page(
    'list-columns-swapped-danish',
    document(
      `<div aria-hidden="true">${accounts}</div>${manager(grid(columns('da', danish).toReversed()), '50+ elementer')}<div style="display: none">${accounts}</div>`,
      { lang: 'da' },
    ),
    { ...ofList, deals: all },
  ),
  // facts.md 1.2, Shadow DOM: some components have roots of their own.
  page(
    'list-in-shadow-roots-german',
    document(
      shadow(
        'lst-object-home',
        manager(
          grid(
            columns('de', german).map((column) => ({
              ...column,
              cell: (one: Invented, nth: number) =>
                shadow(
                  'lightning-primitive-cell-factory',
                  column
                    .cell(one, nth)
                    .replace(
                      /<(lightning-formatted-number|lightning-base-formatted-text)>(.*?)<\/\1>/g,
                      (_, tag: string, content: string) => shadow(tag, content),
                    ),
                ),
            })),
          ),
          '1.204 Elemente',
        ),
      ),
      { lang: 'de' },
    ),
    { ...ofList, total: 1204, deals: all },
  ),
  // facts.md 1.5: the record's amount first, the viewer's behind it.
  page(
    'list-two-amounts',
    document(
      manager(
        grid(
          columns('en').map((column) =>
            column.label === 'Amount'
              ? {
                  ...column,
                  cell: ({ minor, decoy }: Invented) =>
                    minor === null
                      ? ''
                      : `<lightning-formatted-text>EUR ${figures(minor, 'en')} (USD ${figures(decoy, 'en')})</lightning-formatted-text>`,
                }
              : column,
          ),
        ),
        '4 items',
      ),
      { lang: 'en-US' },
    ),
    {
      ...ofList,
      total: 4,
      deals: all.map((one, nth) => (deal(nth).minor === null ? one : { ...one, approximate: ['amount'] })),
    },
  ),
  // facts.md 1.6: security hides fields from some users.
  page(
    'list-without-amount',
    document(manager(grid(columns('en').filter(({ label }) => label !== 'Amount')), '4 items'), {
      lang: 'en-US',
    }),
    {
      ...ofList,
      total: 4,
      deals: all.map((one) => {
        const { amount: _, ...values } = one.values;
        return { ...one, values };
      }),
    },
  ),
  page('list-empty', document(manager(grid(columns('en'), []), '0 items'), { lang: 'en-US' }), {
    ...ofList,
    total: 0,
    deals: [],
  }),
  page(
    'list-loading',
    document(
      `<h1>Opportunities</h1>${manager(`<lightning-spinner role="progressbar">Loading</lightning-spinner>${grid(columns('en'), [])}`, '')}`,
      { lang: 'en-US' },
    ),
    { url: listUrl, kind: 'list', tenant: host, result: 'loading' },
  ),
  page('list-of-other-records', document(manager(grid(columns('en'), ['0015g00000AAAAAAA0']), '1 item')), {
    url: listUrl,
    kind: 'list',
    tenant: host,
    result: 'unknown',
  }),
  page(
    'list-changed',
    document(
      `<h1>Opportunities</h1>${manager(grid(columns('en')), '4 items')
        .replaceAll('lst-list-view-manager', 'lst-view-shell')
        .replaceAll('data-row-key-value', 'data-key')}`,
    ),
    { url: listUrl, kind: 'list', tenant: host, result: 'unknown' },
  ),
  page('accounts', document(accounts), {
    url: `${origin}/lightning/o/Account/list?filterName=AllAccounts`,
    kind: 'other',
    tenant: host,
    result: 'other',
  }),
  page(
    'board',
    document(
      `<div aria-hidden="true">${boardColumn(1, 'en', stageHeader(1, '1'))}</div><div>${invented.map((_, nth) => boardColumn(nth, 'en', stageHeader(nth, nth === 0 ? '1,016' : '1'))).join('\n')}</div>`,
      { lang: 'en-US' },
    ),
    { ...ofBoard, total: 1019, deals: invented.map((_, nth) => cardDeal(nth)) },
  ),
  page(
    'board-headers-apart-french',
    document(
      `<div>${invented.map((_, nth) => stageHeader(nth, '10+')).join('')}</div><div>${invented.map((_, nth) => boardColumn(nth, 'fr', '')).join('\n')}</div>`,
      { lang: 'fr' },
    ),
    { ...ofBoard, deals: invented.map((_, nth) => cardDeal(nth)) },
  ),
  // facts.md 1.2: pages of records that were seen before stay in the document.
  page(
    'record',
    document(
      `<div class="oneContent" aria-hidden="true">${recordPage(1)}</div><div class="oneContent" style="display:none">${recordPage(2)}</div><div class="windowViewMode-normal">${recordPage(0)}</div>`,
      { lang: 'de' },
    ),
    { ...ofRecord, deals: [recordDeal] },
  ),
  page(
    'record-in-shadow-roots',
    document(
      shadow(
        'one-app',
        recordPage(0).replace(
          /<lightning-formatted-number>(.*?)<\/lightning-formatted-number>/g,
          (_, content: string) => shadow('lightning-formatted-number', content),
        ),
      ),
      { lang: 'de' },
    ),
    { ...ofRecord, deals: [recordDeal] },
  ),
  page(
    'record-edited',
    document(recordPage(0, shadow('lightning-input', '<input value="99.999,00">')), { lang: 'de' }),
    {
      ...ofRecord,
      deals: [expectedDeal(0, { values: { name: deal(0).name } })],
      problems: ['unsaved-edits'],
    },
  ),
  page(
    'record-loading',
    document(
      '<h1>Opportunity</h1><one-record-home-flexipage2><div role="progressbar">Loading</div></one-record-home-flexipage2>',
    ),
    { url: recordUrl, kind: 'record', tenant: host, result: 'loading' },
  ),
  page(
    'record-changed',
    document(`<h1>Opportunity</h1>${recordPage(0).replaceAll('data-target-selection-name', 'data-field')}`),
    { url: recordUrl, kind: 'record', tenant: host, result: 'unknown' },
  ),
];
