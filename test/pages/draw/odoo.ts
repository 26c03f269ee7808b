import { document as plain, esc } from './html';
import { deal, invented, outcomeOf, type Invented } from './invented';
import type { Expected, ExpectedDeal, StoredPage } from './stored-page';
import { amountOf, day, money, type Locale } from './writer';

const host = 'acme.odoo.com';
const tenant = `${host}/acme_live`;
const origin = `https://${host}`;
const pipelineUrl = `${origin}/odoo/crm`;
const olderUrl = `${origin}/web#action=210&model=crm.lead&view_type=list&cids=1`;

/** The server marks its body, and writes of the session into the page. */
function document(body: string, lang = 'en-US'): string {
  const head =
    '<script>\n var odoo = {};\n odoo.__session_info__ = {"uid": 2, "db": "acme_live"};\n</script>';
  return plain(body, { lang, head, classes: 'o_web_client' });
}

interface Column {
  readonly name: string;
  readonly label: string;
  readonly cell: (one: Invented) => string;
}

function columns(locale: Locale): readonly Column[] {
  return [
    { name: 'name', label: 'Opportunity', cell: ({ name }) => esc(name) },
    {
      name: 'partner_id',
      label: 'Customer',
      cell: ({ account }) => `<div class="o_field_widget">${esc(account)}</div>`,
    },
    {
      name: 'expected_revenue',
      label: 'Expected Revenue',
      cell: ({ minor }) => (minor === null ? '' : money(minor, 'EUR', locale)),
    },
    // facts.md 6: weighted, and no amount of the deal.
    { name: 'prorated_revenue', label: 'Prorated Revenue', cell: ({ decoy }) => money(decoy, 'EUR', locale) },
    { name: 'stage_id', label: 'Stage', cell: ({ stage }) => stage },
    { name: 'probability', label: 'Probability', cell: () => '60.00' },
    { name: 'date_deadline', label: 'Expected Closing', cell: ({ closeOn }) => day(closeOn, locale) },
    { name: 'user_id', label: 'Salesperson', cell: ({ owner }) => `<span>${esc(owner)}</span>` },
  ];
}

/** facts.md 6: rows have a counter and no id; groups have rows of their own. */
function list(all: readonly Column[]): string {
  const head = all.map(({ name, label }) => `<th data-name="${name}"><span>${label}</span></th>`).join('');
  const rows = invented.map(
    (one, nth) =>
      `<tr class="o_data_row" data-id="datapoint_${nth + 2}"><td class="o_list_record_selector"><input type="checkbox"></td>${all.map(({ name, cell }) => `<td class="o_data_cell" name="${name}">${cell(one)}</td>`).join('')}</tr>`,
  );
  return `<div class="o_list_renderer"><table class="o_list_table"><thead><tr><th class="o_list_record_selector"></th>${head}</tr></thead><tbody><tr class="o_group_header"><th>Negotiation (4)</th><td>€999,999.00</td></tr>${rows.join('\n')}</tbody><tfoot><tr><td>€999,999.00</td></tr></tfoot></table></div>`;
}

function listed(nth: number): ExpectedDeal {
  const { name, account, minor, stage, closeOn, owner } = deal(nth);
  return {
    values: {
      name,
      account,
      amount: amountOf(minor, 'EUR'),
      stage,
      crmProbability: 0.6,
      closeOn,
      owner,
      ...outcomeOf(deal(nth)),
    },
  };
}

/** The name by its place, as each version's template draws it; the revenue by its widget. */
function board(
  column: (one: Invented) => string,
  { titleClass = 'fw-bold fs-5', view = 'o_kanban_view o_opportunity_kanban', facets = '' } = {},
): string {
  const groups = invented.map((one, nth) => {
    const { name, minor, account } = one;
    const revenue = `<div name="expected_revenue" class="o_field_widget o_field_monetary"><span>${money(minor ?? 0, 'EUR', 'en')}</span></div>`;
    return `<div class="o_kanban_group" data-id="datapoint_${nth + 50}"><div class="o_kanban_header"><span class="o_column_title">${esc(column(one))}</span><div class="o_kanban_counter">€999,999</div></div><article class="o_kanban_record" role="article" data-id="datapoint_${nth + 2}"><span class="${titleClass}">${esc(name)}</span>${revenue}<span>${esc(account)}</span></article></div>`;
  });
  return `<div class="o_cp_searchview">${facets}<input role="searchbox" class="o_searchview_input"></div><div class="${view}"><div class="o_kanban_renderer">${groups.join('\n')}</div></div>`;
}

const filter =
  '<div class="o_searchview_facet o_facet_with_domain"><div class="o_searchview_facet_label btn btn-primary"></div><small class="o_facet_value">My Pipeline</small></div>';
const grouping =
  '<div class="o_searchview_facet"><div class="o_searchview_facet_label"><i class="oi oi-group"></i></div><small class="o_facet_value">Salesperson</small></div>';

function carded(nth: number, withStage = true): ExpectedDeal {
  const { name, minor, stage } = deal(nth);
  return {
    values: {
      name,
      amount: amountOf(minor ?? 0, 'EUR'),
      ...(withStage ? { stage, ...outcomeOf(deal(nth)) } : {}),
    },
  };
}

/** Fields are inputs all the time; the buttons to save are invisible while there is nothing to save. */
function form(isSaved: boolean, amount = money(deal(0).minor ?? 0, 'EUR', 'de').replace(/\s*€/, '')): string {
  const { name, account, closeOn, stage, owner, decoy } = deal(0);
  const input = (field: string, value: string, beside = '') =>
    `<div name="${field}" class="o_field_widget"><div>${beside}<input class="o_input" value="${esc(value)}"></div></div>`;
  const stages = ['New', 'Qualified', stage, 'Won']
    .map(
      (one) => `<button role="radio" class="o_arrow_button" aria-checked="${one === stage}">${one}</button>`,
    )
    .join('');
  return `<div class="o_control_panel"><div class="o_form_status_indicator_buttons d-flex${isSaved ? ' invisible' : ''}"><button>Save</button></div></div><div class="o_form_view"><div name="stage_id" class="o_field_widget o_field_statusbar">${stages}</div>${input('name', name)}${input('expected_revenue', amount, '<span>€</span>')}${input('prorated_revenue', String(decoy))}${input('probability', '60,00')}<div name="partner_id" class="o_field_widget o_field_many2one"><input class="o_input" role="combobox" value="${esc(account)}"></div>${input('date_deadline', day(closeOn, 'de'))}<div name="user_id" class="o_field_widget"><input class="o_input" role="combobox" value="${esc(owner)}"></div></div>`;
}

/** The same form of what is no opportunity yet: without stage and revenue. */
function leadForm(): string {
  const { name, account, owner } = deal(0);
  const input = (field: string, value: string) =>
    `<div name="${field}" class="o_field_widget"><input class="o_input" value="${esc(value)}"></div>`;
  return `<div class="o_control_panel"><div class="o_form_status_indicator_buttons d-flex invisible"><button>Save</button></div></div><div class="o_form_view"><button name="%(crm.action_crm_lead2opportunity_partner)d">In Verkaufschance umwandeln</button>${input('name', name)}${input('partner_name', account)}${input('probability', '12,00')}${input('user_id', owner)}${input('source_id', 'Messe')}</div>`;
}

const ofList = { url: pipelineUrl, kind: 'list', tenant, result: 'deals' } as const;
const ofBoard = { ...ofList, kind: 'board' } as const;
const ofRecord = { url: `${pipelineUrl}/42`, kind: 'record', tenant, result: 'deals' } as const;
const recordDeal: ExpectedDeal = { ...listed(0), id: '42', url: `${pipelineUrl}/42` };
const contacts =
  '<table><thead><tr><th data-name="name">Name</th><th data-name="email_from">Email</th></tr></thead><tbody><tr class="o_data_row"><td class="o_data_cell" name="name">Ida Holm</td><td class="o_data_cell" name="email_from">-</td></tr></tbody></table>';

function page(name: string, html: string, expected: Expected): StoredPage {
  return { crm: 'odoo', name, html, expected };
}

/** The pages of the pipeline of a database. */
export const odooPages: readonly StoredPage[] = [
  page('list', document(list(columns('en'))), { ...ofList, deals: invented.map((_, nth) => listed(nth)) }),
  page('list-columns-swapped-french', document(list(columns('fr').toReversed()), 'fr-FR'), {
    ...ofList,
    url: olderUrl,
    deals: invented.map((_, nth) => listed(nth)),
  }),
  page(
    'list-changed',
    document(`<h1>Pipeline</h1>${list(columns('en')).replaceAll('o_data_cell" name=', 'o_cell" field=')}`),
    { url: pipelineUrl, kind: 'list', tenant, result: 'unknown' },
  ),
  page('list-loading', document('<h1>Pipeline</h1><div role="progressbar">Loading</div>'), {
    url: pipelineUrl,
    kind: 'list',
    tenant,
    result: 'loading',
  }),
  page('leads', document(contacts), { url: olderUrl, kind: 'list', tenant, result: 'other' }),
  page('contacts', document(contacts), {
    url: `${origin}/odoo/contacts`,
    kind: 'other',
    tenant,
    result: 'other',
  }),
  page('board', document(board(({ stage }) => stage, { facets: filter })), {
    ...ofBoard,
    deals: invented.map((_, nth) => carded(nth)),
  }),
  page(
    'board-of-version-17',
    document(board(({ stage }) => stage, { titleClass: 'o_kanban_record_title' })),
    {
      ...ofBoard,
      url: `${origin}/web#action=210&model=crm.lead&view_type=kanban`,
      deals: invented.map((_, nth) => carded(nth)),
    },
  ),
  page('board-by-salesperson', document(board(({ owner }) => owner, { facets: filter + grouping })), {
    ...ofBoard,
    deals: invented.map((_, nth) => carded(nth, false)),
  }),
  page('board-of-leads', document(board(() => 'New', { view: 'o_kanban_view' })), {
    url: pipelineUrl,
    kind: 'board',
    tenant,
    result: 'other',
  }),
  page('board-changed', document(board(({ stage }) => stage, { titleClass: 'o_card_title' })), {
    url: pipelineUrl,
    kind: 'board',
    tenant,
    result: 'unknown',
  }),
  page('record-german', document(form(true), 'de-DE'), { ...ofRecord, deals: [recordDeal] }),
  page('record-in-fragment', document(form(true), 'de-DE'), {
    ...ofRecord,
    url: `${origin}/web#id=42&action=210&model=crm.lead&view_type=form`,
    deals: [{ ...recordDeal, url: `${origin}/web#id=42&model=crm.lead&view_type=form` }],
  }),
  page('record-unsaved', document(form(false, '99.999,00'), 'de-DE'), {
    ...ofRecord,
    deals: [{ ...recordDeal, values: {} }],
    problems: ['unsaved-edits'],
  }),
  page('record-of-a-lead', document(leadForm(), 'de-DE'), {
    url: `${pipelineUrl}/43`,
    kind: 'record',
    tenant,
    result: 'other',
  }),
  page(
    'record-changed',
    document(`<h1>Pipeline</h1>${form(true).replaceAll('o_field_widget', 'o_widget')}`),
    { url: `${pipelineUrl}/42`, kind: 'record', tenant, result: 'unknown' },
  ),
];
