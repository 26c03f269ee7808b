import { dealKey } from '../../deal/deal-key';
import { flags } from '../../pipeline/columns/columns';
import { originOf, type Origin } from '../../pipeline/columns/origin-of';
import { readSumsRow } from '../columns/sums-row';
import type { Database } from '../database';

/** A CRM that has deals or leads here. */
export interface CsvPlace extends Origin {
  readonly deals: number;
  /** Rows of its lists that showed no id: nobody can tell which of the file's deals they are. */
  readonly withoutId: number;
}

/** The CRMs that have deals or leads here, the one with most deals first. */
export async function readPlaces(database: Database): Promise<readonly CsvPlace[]> {
  const places = new Map<string, { place: Origin; deals: number; withoutId: number }>();
  for (const { flags: bits, origin, n } of (await readSumsRow(database))?.groups ?? []) {
    const known = places.get(origin) ?? { place: originOf(origin), deals: 0, withoutId: 0 };
    if ((bits & flags.stray) === 0) known.deals += n;
    else known.withoutId += n;
    places.set(origin, known);
  }
  const known = [...places.values()].filter(({ deals, withoutId }) => deals + withoutId > 0);
  for (const place of await placesOfLeads(database))
    if (!known.some((one) => one.place.crm === place.crm && one.place.tenant === place.tenant))
      known.push({ place, deals: 0, withoutId: 0 });
  return known.map(({ place, ...counts }) => ({ ...place, ...counts })).toSorted((a, b) => b.deals - a.deals);
}

/** The CRMs that have leads here. Keys begin with theirs: one step each, however many leads there are. */
async function placesOfLeads({ leads }: Database): Promise<readonly Origin[]> {
  const places: Origin[] = [];
  let last = '';
  for (;;) {
    const lead = await leads.where(':id').above(last).first();
    if (lead === undefined) return places;
    const { crm, tenant, host } = lead;
    places.push({ crm, tenant, host });
    last = `${dealKey(crm, tenant, '')}\uffff`;
  }
}
