import { odooSync } from '../../../../lib/crm/odoo/sync';
import { recorded, type FakeCrm } from '../sync/fake-crm';

type Row = Record<string, unknown>;

interface Call {
  readonly params: {
    readonly model?: string;
    readonly method?: string;
    readonly kwargs?: {
      readonly domain?: readonly unknown[];
      readonly limit?: number;
      readonly fields?: readonly string[];
      readonly context?: Row;
    };
  };
}

export interface FakeOdoo {
  /** Records of `crm.lead`, be they leads or opportunities. */
  readonly leads?: readonly Row[];
  /** Fields that the user may not read. */
  readonly hidden?: readonly string[];
  readonly messages?: readonly Row[];
  readonly notes?: readonly Row[];
  /** Models that only an administrator may read. */
  readonly closed?: readonly string[];
  readonly address?: string;
}

/** The recorded opportunities: one open, that was a lead, one won. */
export const recordedLeads = () =>
  (recorded('odoo', 'web-search-read-crm-lead')['result'] as { records: Row[] }).records;

const stages = [
  { id: 1, name: 'New', sequence: 0, is_won: false },
  { id: 2, name: 'Qualified', sequence: 1, is_won: false },
  { id: 3, name: 'Proposition', sequence: 2, is_won: false },
  { id: 4, name: 'Won', sequence: 70, is_won: true },
];
const users = [
  { id: 7, name: 'Mara Lind' },
  { id: 8, name: 'Tomas Eng' },
  { id: 9, name: 'Ivo Ruiz' },
];
const fields = [
  { id: 101, name: 'stage_id' },
  { id: 102, name: 'user_id' },
  { id: 103, name: 'expected_revenue' },
  { id: 104, name: 'date_deadline' },
];

export const fault = (name: string) => ({
  jsonrpc: '2.0',
  id: 1,
  error: { code: 200, message: 'Odoo Server Error', data: { name, message: '' } },
});

export function fakeOdoo({
  leads = recordedLeads(),
  hidden = [],
  messages = [],
  notes = [],
  closed = [],
  address = 'https://odoo.example.com/odoo/crm',
}: FakeOdoo = {}): FakeCrm {
  const info: Row = {
    uid: 7,
    db: 'acme',
    user_context: { lang: 'de_DE', tz: 'Europe/Berlin', uid: 7 },
    user_companies: { current_company: 1, allowed_companies: { '1': { id: 1, name: 'Acme' } } },
  };
  const deals = leads.filter(({ type }) => type !== 'lead');
  const allFields = [...new Set(leads.flatMap((lead) => Object.keys(lead)))];
  const results: Record<string, (kwargs: NonNullable<Call['params']['kwargs']>) => unknown> = {
    'crm.lead/fields_get': () =>
      Object.fromEntries(
        allFields.filter((name) => !hidden.includes(name)).map((name) => [name, { type: 'x' }]),
      ),
    'crm.lead/search_count': ({ domain = [] }) =>
      domain.length === 5
        ? deals.filter(({ active, stage_id: stage }) => active && !isWon(stage)).length
        : deals.length,
    'crm.lead/search_read': ({ domain = [], limit, fields: asked = [] }) => {
      const [[, , after]] = domain as [[string, string, number]];
      const asks = JSON.stringify(domain).includes('"date_conversion","!=",false')
        ? leads.filter(({ type, date_conversion: on }) => type === 'lead' || Boolean(on))
        : deals;
      return asks
        .filter(({ id }) => Number(id) > after)
        .slice(0, limit)
        .map((lead) => Object.fromEntries(['id', ...asked].map((name) => [name, lead[name]])));
    },
    'crm.stage/search_read': () => stages,
    'res.users/search_read': () => users,
    'ir.model.fields/search_read': () => fields,
    'mail.message/search_read': ({ domain = [] }) => {
      const [, [, , ids]] = domain as [unknown, [string, string, number[]]];
      return messages.filter((message) => ids.includes(Number(message['res_id'])));
    },
    'mail.tracking.value/search_read': ({ domain = [] }) => {
      const [[, , ids]] = domain as [[string, string, number[]]];
      return notes.filter((note) => ids.includes(Number(note['id'])));
    },
  };
  return {
    way: odooSync,
    address,
    page: { document: { scripts: [] } },
    changeUser: () => void (info['uid'] = 8),
    answer: ({ path, body }) => {
      const { model = '', method = '', kwargs = {} } = (body as Call).params;
      if (path.endsWith('/get_session_info')) return { jsonrpc: '2.0', id: 1, result: info };
      if (closed.includes(model)) return fault('odoo.exceptions.AccessError');
      const result = results[`${model}/${method}`]?.(kwargs);
      return result === undefined ? undefined : { jsonrpc: '2.0', id: 1, result };
    },
  };
}

function isWon(stage: unknown): boolean {
  return (stage as { id: number }).id === 4;
}

/** Opportunities enough for two pages. */
export const manyLeads = () =>
  Array.from({ length: 501 }, (_, nth) => ({ ...recordedLeads()[nth % 2], id: nth + 1 }));
