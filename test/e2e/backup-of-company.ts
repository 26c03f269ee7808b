import { dayNumber } from '../../lib/calendar/day-number';
import { dayText } from '../../lib/calendar/day-text';
import { dealKey } from '../../lib/deal/deal-key';
import type { ChangeField, ChangeValue, Deal, DealChange } from '../../lib/deal/deal';
import type { Company } from '../tools/backtest/company';

const [crm, host] = ['example', 'crm.example.com'];

/** What a backup of a synced CRM holds: each deal with its whole history, and the stages as they are configured. */
export interface CompanyBackup {
  readonly deals: readonly Deal[];
  readonly changes: readonly DealChange[];
  readonly stages: readonly {
    readonly tenant: string;
    readonly pipeline: string;
    readonly stage: string;
    readonly name: string;
    readonly order: number;
    readonly probability: number;
    readonly outcome: 'open';
  }[];
}

/** A made-up company as a store has it, its past moved so that it ends with today. Every third deal's owner commits. */
export function backupOfCompany(company: Company, today: string): CompanyBackup {
  const shift = (dayNumber(today) ?? 0) + 1 - (dayNumber(company.knownUntil) ?? 0);
  const moved = (text: string): string => dayText((dayNumber(text) ?? 0) + shift);
  const until = `${today}T00:00:00.000Z`;
  const last = company.stages.at(-1)?.id;
  const changes: DealChange[] = [];
  const deals = company.deals.map((one): Deal => {
    const key = dealKey(crm, host, one.id);
    const put = (field: ChangeField, at: string, [from, to]: readonly [ChangeValue, ChangeValue]) =>
      changes.push({ key, field, from, to, at, notBefore: at, source: 'history' });
    let stage = one.stage0 ?? '';
    let category = 'Pipeline';
    for (const move of company.history.filter(({ id }) => id === one.id)) {
      const at = `${moved(move.at)}T12:00:00.000Z`;
      put('stage', at, [move.from, move.to]);
      stage = move.to ?? '';
      if (stage !== last || Number(one.id.slice(1)) % 3 !== 0) continue;
      put('forecastCategory', at, [category, 'Commit']);
      category = 'Commit';
    }
    return {
      key,
      crm,
      tenant: host,
      host,
      id: one.id,
      name: `Deal ${one.id}`,
      owner: one.owner,
      outcome: one.status,
      stage,
      forecastCategory: category,
      amountMinor: 100 * ((one.status === 'won' ? one.closedAmount : one.amount) ?? 0),
      amountExact: true,
      currency: 'EUR',
      createdOn: moved(one.createdAt),
      closedOn: one.closedAt === null ? null : moved(one.closedAt),
      sources: {},
      firstSeenAt: until,
      seenAt: until,
      seenVia: 'api',
      historyUntil: {
        stage: until,
        amountMinor: until,
        owner: until,
        forecastCategory: until,
        closeOn: until,
      },
      contentHash: one.id,
    };
  });
  return {
    deals,
    changes: changes.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
    stages: company.stages.map(({ id, order, probability }) => ({
      tenant: host,
      pipeline: '',
      stage: id,
      name: id,
      order,
      probability: probability ?? 0,
      outcome: 'open',
    })),
  };
}
