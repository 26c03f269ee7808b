import { zohoSync } from '../../../../lib/crm/zoho/sync';
import { recorded, reply, type FakeCrm } from '../sync/fake-crm';

type Row = Record<string, unknown>;

export const recordedDeals = () => recorded('zoho', 'deals')['data'] as Row[];
export const recordedHistory = () => recorded('zoho', 'stage-history')['data'] as Row[];

/** A lead as it stands there before it is converted. */
export const recordedLead = (): Row => {
  const [lead] = recorded('zoho', 'leads-converted')['data'] as Row[];
  return { ...lead, id: '564300000000401002', Converted_Date_Time: null, Converted_Deal: null };
};

export interface FakeZoho {
  readonly deals?: readonly Row[];
  readonly pageSize?: number;
  /** Stage histories by the deal's id. */
  readonly histories?: Readonly<Record<string, readonly Row[]>>;
  /** True: later pages have tokens. */
  readonly hasTokens?: boolean;
  /** False: the user may not read how pipelines are set up. */
  readonly seesPipelines?: boolean;
  readonly fields?: readonly string[];
  readonly token?: string | undefined;
  /** Leads that are not converted; `null`: the user may not read leads. */
  readonly leads?: readonly Row[] | null;
  /** Of those that are not converted. */
  readonly leadsPerPage?: number;
}

const fieldNames = [
  ...'Deal_Name Owner Account_Name Amount Currency Closing_Date Stage Pipeline Probability Type'.split(' '),
  ...'Lead_Source Next_Step Created_Time Created_By Last_Activity_Time Reason_For_Loss__s Tag'.split(' '),
];

export function fakeZoho({
  deals = recordedDeals(),
  pageSize = 2,
  histories = { '564300000000412001': recordedHistory() },
  hasTokens = true,
  seesPipelines = true,
  fields = fieldNames,
  token = 's3cret',
  leads = [recordedLead()],
  leadsPerPage = 200,
}: FakeZoho = {}): FakeCrm {
  let me = '564300000000101001';
  const user = (id: string, name: string) => ({
    id,
    full_name: name,
    role: { id: '1' },
    profile: { id: '2' },
  });
  const answers: Record<string, (query: URLSearchParams) => unknown> = {
    users: (query) =>
      query.get('type') === 'CurrentUser'
        ? { users: [user(me, 'x')] }
        : {
            users: [
              user('564300000000101001', 'Mara Lind'),
              user('564300000000101002', 'Tomas Eng'),
              user('564300000000101003', 'Ivo Ruiz'),
            ],
          },
    'settings/fields': () => ({
      fields: fields.map((name) => ({
        api_name: name,
        ...(name === 'Stage'
          ? { pick_list_values: [{ actual_value: 'Qualification', probability: 10 }] }
          : {}),
      })),
    }),
    'settings/layouts': () =>
      seesPipelines ? { layouts: [{ id: '564300000000091055', name: 'Standard' }] } : reply(403),
    'settings/pipeline': (query) =>
      query.get('layout_id') === '564300000000091055' ? recorded('zoho', 'pipeline') : reply(400),
    Leads: (query) => {
      if (leads === null) return reply(403);
      if (query.get('converted') === 'true') return recorded('zoho', 'leads-converted');
      const from = (Number(query.get('page') ?? 1) - 1) * leadsPerPage;
      const more = from + leadsPerPage < leads.length;
      return { data: leads.slice(from, from + leadsPerPage), info: { more_records: more } };
    },
    Deals: (query) => {
      const from = Number(query.get('page_token') ?? (Number(query.get('page')) - 1) * pageSize);
      const rows = deals.slice(from, from + pageSize);
      const more = from + pageSize < deals.length;
      const info = {
        more_records: more,
        next_page_token: more && hasTokens ? String(from + pageSize) : null,
      };
      return rows.length === 0 ? reply(204, '') : { data: rows, info };
    },
  };
  return {
    way: zohoSync,
    address: 'https://crm.zoho.eu/crm/org20066660007/tab/Potentials/custom-view/1/list?page=1',
    page: {
      document: {
        cookie: 'lang=en',
        querySelector: (selector: string) =>
          selector === 'input#token' && token !== undefined ? { value: token } : null,
      },
    },
    changeUser: () => void (me = '564300000000101002'),
    answer: ({ path, headers, url: { searchParams } }) => {
      if (
        headers.get('x-zcsrf-token') !== 'crmcsrfparam=s3cret' ||
        headers.get('x-crm-org') !== '20066660007'
      )
        return reply(400);
      const id = /^\/crm\/v8\/Deals\/(\d+)\/Stage_History$/.exec(path)?.[1];
      if (id === undefined) return answers[path.slice('/crm/v8/'.length)]?.(searchParams);
      const data = histories[id];
      return data === undefined ? reply(204, '') : { data, info: { more_records: false } };
    },
  };
}
