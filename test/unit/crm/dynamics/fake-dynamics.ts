import { dynamicsSync } from '../../../../lib/crm/dynamics/sync';
import { recorded, reply, type FakeCrm } from '../sync/fake-crm';

type Row = Record<string, unknown>;

const lastSegment = (path: string) => path.slice(path.lastIndexOf('/v9.2/') + 6);
const fieldNames = [
  ...'name estimatedvalue actualvalue estimatedclosedate actualclosedate closeprobability'.split(' '),
  ...'msdyn_forecastcategory statecode statuscode salesstage createdon ownerid createdby customerid'.split(
    ' ',
  ),
  ...'originatingleadid transactioncurrencyid description'.split(' '),
];

const lead = (last: string, more: Row): Row => ({
  leadid: `77777777-0000-0000-0000-00000000000${last}`,
  leadsourcecode: 8,
  'leadsourcecode@OData.Community.Display.V1.FormattedValue': 'Web',
  createdon: '2026-07-20T10:00:00Z',
  _ownerid_value: '11111111-2a41-ef11-8409-000d3a4b0003',
  '_ownerid_value@OData.Community.Display.V1.FormattedValue': 'Ivo Ruiz',
  ...more,
});
/** Shaped as facts.md 4.4 has them: one that became an opportunity, and one that is new. */
export const recordedLeads: readonly Row[] = [
  lead('1', {
    statecode: 1,
    'statecode@OData.Community.Display.V1.FormattedValue': 'Qualified',
    _qualifyingopportunityid_value: '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  }),
  lead('2', {
    statecode: 0,
    'statecode@OData.Community.Display.V1.FormattedValue': 'Open',
    _qualifyingopportunityid_value: null,
  }),
];

/** An organisation with three opportunities, two to a page. */
export function fakeDynamics({
  address = 'https://acme.crm4.dynamics.com/main.aspx?appid=a1&pagetype=entitylist&etn=opportunity',
  opportunities = recorded('dynamics', 'opportunities')['value'] as Row[],
  fields = fieldNames,
  withoutFlows = false,
  /** False: an organisation that has never had this flow does not have its table. */
  hasLeadFlow = false,
  leads = recordedLeads,
  mayReadLeads = true,
} = {}): FakeCrm {
  let user = '11111111-2a41-ef11-8409-000d3a4b0001';
  const names: Record<string, string> = {
    '11111111-2a41-ef11-8409-000d3a4b0001': 'Mara Lind',
    '11111111-2a41-ef11-8409-000d3a4b0002': 'Tomas Eng',
    '11111111-2a41-ef11-8409-000d3a4b0003': 'Ivo Ruiz',
    '11111111-2a41-ef11-8409-000d3a4b0009': '# Flow application',
  };
  return {
    way: dynamicsSync,
    address,
    changeUser: () => void (user = '11111111-2a41-ef11-8409-000d3a4b0002'),
    answer: ({ path, url }) => {
      switch (lastSegment(path)) {
        case 'WhoAmI':
          return { UserId: user, BusinessUnitId: 'aaaaaaaa-0000-0000-0000-000000000001' };
        case "EntityDefinitions(LogicalName='opportunity')/Attributes":
          return { value: fields.map((LogicalName) => ({ LogicalName })) };
        case 'systemusers':
          return {
            value: Object.entries(names).map(([systemuserid, fullname]) => ({ systemuserid, fullname })),
          };
        case 'transactioncurrencies':
          return recorded('dynamics', 'transactioncurrencies');
        case 'processstages':
          return withoutFlows ? reply(403) : recorded('dynamics', 'processstages');
        case 'opportunitysalesprocesses':
          return recorded('dynamics', 'opportunitysalesprocesses');
        case 'leadtoopportunitysalesprocesses':
          if (hasLeadFlow) return { value: [] };
          return reply(404, '{"error":{"code":"0x80060888","message":"Resource not found"}}');
        case 'leads':
          return mayReadLeads ? { value: leads } : reply(403);
        case 'opportunities': {
          const { searchParams } = url;
          if (searchParams.get('$top') === '1') {
            const open = opportunities.filter(({ statecode }) => statecode === 0);
            return { '@odata.count': (searchParams.has('$filter') ? open : opportunities).length, value: [] };
          }
          const from = Number(searchParams.get('$skiptoken') ?? 0);
          const rows = opportunities.slice(from, from + 2);
          const next = `${url.origin}${path}?$select=opportunityid&$skiptoken=${from + 2}`;
          return { value: rows, ...(from + 2 < opportunities.length ? { '@odata.nextLink': next } : {}) };
        }
        default:
          return undefined;
      }
    },
  };
}
