import { dayNumber } from '../../lib/calendar/day-number';
import { dayText } from '../../lib/calendar/day-text';
import type { Deal, DealValues } from '../../lib/deal/deal';
import { mergeRead } from '../../lib/deal/merge-read';

const tenant = 'crm.example.com';
const names = ['Anchor', 'Buoy', 'Cleat', 'Davit', 'Eyelet', 'Fender', 'Gaff', 'Halyard', 'Jib', 'Keel'];

/** A backup of two years of invented deals up to a day, half of them subscriptions, with a target for everything. */
export function aBackup(today: string, period: { readonly start: string; readonly end: string }): string {
  const now = dayNumber(today) ?? 0;
  const day = (offset: number) => dayText(now + offset);
  const at = `${today}T00:00:00.000Z`;
  const source = { crm: 'sample', tenant, host: tenant, view: 'all', from: 'page' } as const;
  const dealOf = (id: string, values: DealValues): Deal =>
    mergeRead(undefined, { id, at, values }, source).deal;
  const deals: Deal[] = [];
  for (let nth = 0; nth < 420; nth += 1) {
    const created = -720 + Math.floor((nth * 720) / 420);
    const life = 20 + ((nth * 7) % 61);
    const isClosed = created + life <= 0;
    const euros = 900 + ((nth * 37) % 400) * 25;
    const isWon = nth % 3 === 0;
    deals.push(
      dealOf(String(1000 + nth), {
        name: `${names[nth % 10]} ${nth}`,
        account: `Account ${nth % 140}`,
        owner: nth % 2 === 0 ? 'Ada' : 'Bo',
        stage: isClosed || nth % 4 === 0 ? 'Offer' : 'Talk',
        createdOn: day(created),
        amount: { decimal: String(euros), currency: 'EUR' },
        outcome: isClosed ? (isWon ? 'won' : 'lost') : 'open',
        ...(isClosed ? { closedOn: day(created + life) } : { closeOn: day(created + life) }),
        ...(nth % 2 === 0
          ? {
              kind: 'new' as const,
              recurring: { decimal: String(Math.round(euros / 12)), currency: 'EUR' },
              recurringPeriod: 'month' as const,
              ...(isClosed ? { contractEndOn: day(created + life + 365) } : {}),
            }
          : {}),
      }),
    );
    // What was won as a subscription a year ago came up for renewal.
    if (!isClosed || !isWon || nth % 2 !== 0 || created + life + 365 > 0) continue;
    const isRenewed = nth % 4 !== 0 || nth % 5 !== 0;
    deals.push(
      dealOf(`${1000 + nth}-r`, {
        name: `${names[nth % 10]} ${nth}, renewal`,
        account: `Account ${nth % 140}`,
        owner: 'Ada',
        kind: 'renewal',
        stage: 'Offer',
        createdOn: day(created + life + 300),
        closedOn: day(created + life + 360),
        contractEndOn: day(created + life + 730),
        outcome: isRenewed ? 'won' : 'lost',
        amount: { decimal: String(euros), currency: 'EUR' },
        recurring: {
          decimal: String(Math.round((euros / 12) * (nth % 8 === 0 ? 1.2 : 0.95))),
          currency: 'EUR',
        },
        recurringPeriod: 'month',
      }),
    );
  }
  deals.sort((a, b) => (a.key < b.key ? -1 : 1));
  const targets = [
    {
      scope: 'all',
      period: `${period.start}/${period.end}`,
      from: period.start,
      amountMinor: 16_500_000,
      currency: 'EUR',
    },
  ];
  return JSON.stringify({ stafet: 1, exportedAt: at, tables: { deals, targets } });
}
