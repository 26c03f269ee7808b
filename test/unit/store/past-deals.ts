import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import type { DealRead, DealValues } from '../../../lib/deal/deal';
import { ensureColumns } from '../../../lib/store/columns/ensure-columns';
import { writeReads } from '../../../lib/store/write-reads';
import { batch, freshDatabase, read } from './open';

/** The day of every test of the past. */
export const today = '2026-03-05';

/** So many days after it. */
export const day = (offset: number): string => dayText((dayNumber(today) ?? 0) + offset);

/** A year of deals that live for forty days, every third of them won; the youngest are open. */
export function pastDeals(): readonly DealRead[] {
  return Array.from({ length: 180 }, (_, nth): DealRead => {
    const created = -360 + nth * 2;
    const life = 20 + ((nth * 7) % 41);
    const isClosed = created + life <= 0;
    const values: DealValues = {
      name: `Deal ${nth}`,
      owner: nth % 2 === 0 ? 'Ada' : 'Bo',
      stage: isClosed || nth % 3 === 0 ? 'Offer' : 'Talk',
      createdOn: day(created),
      amount: { decimal: String(1000 + ((nth * 37) % 400) * 10), currency: nth % 5 === 0 ? 'DKK' : 'EUR' },
      outcome: isClosed ? (nth % 3 === 0 ? 'won' : 'lost') : 'open',
      ...(isClosed ? { closedOn: day(created + life) } : { closeOn: day(created + life) }),
    };
    return read(String(nth), values, `${today}T09:00:00.000Z`);
  });
}

/** A store with these deals, some of which were seen three days ago in another stage and with another close date. */
export async function filled(
  rates: readonly { on: string; rate: string }[] = [{ on: '2024-01-01', rate: '0.134' }],
) {
  const database = freshDatabase();
  const before = pastDeals().map((one) => ({
    ...one,
    at: `${day(-3)}T09:00:00.000Z`,
    values: { ...one.values, stage: 'Talk', closeOn: day(10) },
  }));
  await database.rates.bulkPut(rates.map((one) => ({ from: 'DKK', to: 'EUR', ...one })));
  // Seen three days ago in another stage and with another close date: the store keeps what changed since.
  const open = before.filter(({ values }) => values.outcome === 'open');
  await writeReads(
    database,
    batch(open, { at: `${day(-3)}T09:00:00.000Z`, viewedAt: `${day(-3)}T09:00:00.000Z` }),
  );
  const at = `${today}T09:00:00.000Z`;
  await writeReads(database, batch(pastDeals(), { batchId: 'b-2', at, viewedAt: at }));
  await ensureColumns(database);
  return database;
}
