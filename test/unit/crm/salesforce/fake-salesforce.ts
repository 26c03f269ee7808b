import { salesforceSync } from '../../../../lib/crm/salesforce/sync';
import { recorded, reply, type FakeCrm } from '../sync/fake-crm';

type Row = Record<string, unknown>;

const rowsOf = (name: string) => recorded('salesforce', name)['records'] as Row[];
export const recordedDeals = () => rowsOf('opportunity');
export const recordedStates = () => rowsOf('opportunityhistory');

export interface FakeSalesforce {
  readonly deals?: readonly Row[];
  readonly states?: readonly Row[];
  readonly owners?: readonly Row[];
  readonly leads?: readonly Row[];
  /** Rows of one answer; the rest follow under another address. */
  readonly rowsPerAnswer?: number;
  /** Fields of opportunities with their types, where not as recorded. */
  readonly fields?: readonly Row[];
  /** Objects that this user may not read. */
  readonly forbidden?: readonly string[];
  /** Currency of an organisation that has one. */
  readonly currency?: string | null;
  readonly isSignedIn?: boolean;
  readonly address?: string;
}

const plainFields = [
  ...'Id Name Amount CurrencyIsoCode CloseDate StageName Probability ForecastCategoryName IsClosed IsWon'.split(
    ' ',
  ),
  ...'Type LeadSource OwnerId CreatedById AccountId CreatedDate LastActivityDate LastStageChangeDate NextStep'.split(
    ' ',
  ),
].map((name): Row => ({ name, type: 'string' }));

/** More deals than one call brings. */
export function manyDeals(count = 501): Row[] {
  const [deal] = recordedDeals();
  return Array.from({ length: count }, (_, nth) => ({
    ...deal,
    Id: `0065g00000a${String(1000 + nth)}AAA`,
    Name: `Deal ${nth}`,
  }));
}

export const address = 'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbC1dAAF/view';

export function fakeSalesforce({
  deals = recordedDeals(),
  states = recordedStates(),
  owners = [],
  leads = rowsOf('lead'),
  rowsPerAnswer = 2,
  fields = plainFields,
  forbidden = [],
  currency = 'USD',
  isSignedIn = true,
  address: at = address,
}: FakeSalesforce = {}): FakeCrm {
  let me = '0055g00000QrS4tAAF';
  const later = new Map<string, readonly Row[]>();
  const answer = (rows: readonly Row[]): unknown => {
    const [now, rest] = [rows.slice(0, rowsPerAnswer), rows.slice(rowsPerAnswer)];
    if (rest.length === 0) return { totalSize: now.length, done: true, records: now };
    const name = `01g${later.size}-${rowsPerAnswer}`;
    later.set(name, rest);
    const nextRecordsUrl = `/services/data/v66.0/query/${name}`;
    return { totalSize: rows.length, done: false, nextRecordsUrl, records: now };
  };
  const byId = [...deals].toSorted((a, b) => (String(a['Id']) < String(b['Id']) ? -1 : 1));
  const tables: Record<string, (soql: string) => unknown> = {
    OpportunityStage: () => answer(rowsOf('opportunitystage')),
    Organization: () => answer([{ DefaultCurrencyIsoCode: currency }]),
    Lead(soql) {
      const after = / WHERE Id > '(\w+)'/.exec(soql)?.[1] ?? '';
      const limit = Number(/ LIMIT (\d+)$/.exec(soql)?.[1]);
      return answer(leads.filter(({ Id }) => String(Id) > after).slice(0, limit));
    },
    User: () => answer(rowsOf('user')),
    OpportunityHistory: (soql) =>
      answer(states.filter(({ OpportunityId: id }) => soql.includes(`'${String(id)}'`))),
    OpportunityFieldHistory: (soql) =>
      answer(owners.filter(({ OpportunityId: id }) => soql.includes(`'${String(id)}'`))),
    Opportunity(soql) {
      const isCount = soql.startsWith('SELECT COUNT()');
      const found = soql.includes('IsClosed = false')
        ? byId.filter(({ IsClosed }) => IsClosed === false)
        : byId;
      if (isCount) return { totalSize: found.length, done: true, records: [] };
      const after = / WHERE Id > '(\w+)'/.exec(soql)?.[1] ?? '';
      const limit = Number(/ LIMIT (\d+)$/.exec(soql)?.[1]);
      return answer(found.filter(({ Id }) => String(Id) > after).slice(0, limit));
    },
  };
  return {
    way: salesforceSync,
    address: at,
    changeUser: () => void (me = '0055g00000QrS4uAAF'),
    answer({ path, url: { searchParams } }) {
      if (!isSignedIn) return reply(401, JSON.stringify([{ errorCode: 'INVALID_SESSION_ID' }]));
      if (path === '/services/data/v66.0/')
        return {
          sobjects: '/services/data/v66.0/sobjects',
          identity: `https://login.salesforce.com/id/00D5g000000AbCdEAK/${me}`,
        };
      if (path.endsWith('/describe')) return { name: 'Opportunity', fields };
      const part = /\/query\/([\w-]+)$/.exec(path)?.[1];
      if (part !== undefined) return answer(later.get(part) ?? []);
      const soql = searchParams.get('q') ?? '';
      const object = / FROM (\w+)/.exec(soql)?.[1] ?? '';
      if (forbidden.includes(object)) return reply(400, JSON.stringify([{ errorCode: 'INVALID_TYPE' }]));
      return tables[object]?.(soql);
    },
  };
}
