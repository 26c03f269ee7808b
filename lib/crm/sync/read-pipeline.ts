import type { DealValues } from '../../deal/deal';
import type { LeadRead } from '../../deal/lead';
import { SyncStopped, type ReadProblem, type SyncPage, type SyncSession } from '../adapter';
import { isDeclined, isUnknown } from './caller';
import { readCursor, writeCursor, type Cursor } from './cursor';

/** One deal of an interface, as far as its fields are what we expect. */
export interface StatedDeal {
  readonly id: string;
  readonly url: string;
  readonly values: DealValues;
  readonly problems: readonly ReadProblem[];
}

/** One call's part of a listing, in an order in which later deals come last: so nothing is skipped. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  /** The place after these rows; absent where there are no more. */
  readonly next?: string;
}

/** One call's part of the leads. */
export interface LeadPage {
  readonly leads: readonly LeadRead[];
  readonly next?: string;
  /** Why some are missing. */
  readonly problem?: 'leads-refused' | 'leads-partly';
}

/** What one CRM is asked for, in this order; {@link readPipeline} does the rest. */
export interface Pipeline<Row> {
  /** As whom the server answers now; `undefined` where it does not tell. */
  readonly seenAs: () => Promise<string | undefined>;
  /** How many deals there are, as far as the CRM says. */
  readonly totals: () => Promise<{ readonly all?: number; readonly open?: number }>;
  /** Stages and people: stated with the first deals. */
  readonly words: () => Promise<Pick<SyncPage, 'stages' | 'people'>>;
  readonly list: (phase: SyncPage['phase'], place: string | undefined) => Promise<Listed<Row>>;
  /** `undefined`: it has no id. */
  readonly read: (row: Row) => StatedDeal | undefined;
  /**
   * Leads of one call, at most 500, where the CRM has such; read after the deals, those that became deals as well: one
   * that a listing without a problem does not name is gone, or no longer shown to the user. Where `seenAs` tells nobody that
   * is not known, and none is marked.
   */
  readonly leads?: (place: string | undefined) => Promise<LeadPage>;
  /** Pasts of these rows' deals; `undefined` where this CRM, or this user, has none to read. */
  readonly histories?: (rows: readonly Row[], until: string) => Promise<SyncPage['histories'] | undefined>;
}

/** Reads a whole pipeline: deals first, then their histories, going on where the last run stopped. */
export async function* readPipeline<Row>(
  session: SyncSession,
  pipeline: Pipeline<Row>,
): AsyncGenerator<SyncPage, void, void> {
  const seenAs = await pipeline.seenAs();
  const cursor = readCursor(session.cursor) ?? { phase: 'deals', done: 0, seenAs };
  if (cursor.seenAs !== seenAs) throw new SyncStopped('access-changed');
  const listed = cursor.phase === 'deals' ? yield* readDeals(session, pipeline, cursor) : cursor;
  const led = listed.phase === 'leads' ? yield* readLeads(pipeline, listed) : listed;
  if (led.phase === 'history') yield* readPasts(session, pipeline, led);
}

/** @returns Where the leads begin. */
async function* readDeals<Row>(
  session: SyncSession,
  pipeline: Pipeline<Row>,
  from: Cursor,
): AsyncGenerator<SyncPage, Cursor, void> {
  const { all, open } = await pipeline.totals();
  const words = from.place === undefined ? await pipeline.words() : {};
  const { seenAs } = from;
  let { place, done } = from;
  for (;;) {
    const { rows, next } = await pipeline.list('deals', place);
    const at = session.now();
    // Asked before and after each page, and the same both times: so the page was listed as this user, and whole.
    if ((await pipeline.seenAs()) !== seenAs) throw new SyncStopped('access-changed');
    if (next !== undefined && next === place) throw new SyncStopped('layout-unknown', 'no progress');
    const read = rows.map(pipeline.read);
    const deals = read.filter((deal) => deal !== undefined);
    const problems = read.flatMap((deal, nth) => deal?.problems ?? [withoutId(done + nth + 1)]);
    done += rows.length;
    const goOn: Cursor =
      next === undefined
        ? { phase: 'leads', done: 0, listed: done, seenAs }
        : { phase: 'deals', place: next, done, seenAs };
    yield {
      phase: 'deals',
      ...(seenAs === undefined ? {} : { seenAs }),
      deals: deals.map(({ id, url, values }) => ({ id, url, values, at })),
      problems: problems.slice(0, 500),
      ...(place === undefined ? words : {}),
      done,
      // What was listed is what there is: deals may be added while we read.
      ...(next === undefined ? { total: done } : all === undefined ? {} : { total: Math.max(all, done + 1) }),
      ...(open === undefined ? {} : { openTotal: open }),
      cursor: writeCursor(goOn),
    };
    if (next === undefined) return goOn;
    place = next;
  }
}

/** What of them is not to be read is told: the deals are read all the same. @returns Where the histories begin. */
async function* readLeads<Row>(
  { leads, seenAs }: Pipeline<Row>,
  from: Cursor,
): AsyncGenerator<SyncPage, Cursor, void> {
  const after: Cursor = { ...from, phase: 'history', place: undefined, done: 0, isPartly: undefined };
  if (leads === undefined) return after;
  let { place, done, isPartly } = from;
  for (;;) {
    const { leads: rows, next, problem }: LeadPage = await leadsAt(leads, place);
    // As of deals: what was listed was listed as this user.
    if ((await seenAs()) !== from.seenAs) throw new SyncStopped('access-changed');
    isPartly ||= problem !== undefined;
    done += rows.length;
    const leadsReach = next !== undefined ? 'more' : isPartly ? 'partly' : 'whole';
    yield {
      phase: 'history',
      ...(from.seenAs === undefined ? {} : { seenAs: from.seenAs }),
      deals: [],
      // A listing of nothing tells of a user without access, not of a CRM without leads.
      ...(done === 0 ? {} : { leads: rows, leadsReach }),
      ...(problem === undefined ? {} : { problems: [{ code: problem, row: 'Leads' }] }),
      done: 0,
      cursor: writeCursor(next === undefined ? after : { ...from, place: next, done, isPartly }),
    };
    if (next === undefined) return after;
    place = next;
  }
}

/** One call's leads. One that fails ends them: asked again it would fail again, and the histories would never come. */
async function leadsAt(
  leads: NonNullable<Pipeline<never>['leads']>,
  place: string | undefined,
): Promise<LeadPage> {
  try {
    const page = await leads(place);
    if (page.next === undefined || page.next !== place) return page;
    return { leads: page.leads, problem: 'leads-partly' };
  } catch (error) {
    if (isUnknown(error)) return { leads: [], problem: 'leads-partly' };
    if (isDeclined(error))
      return { leads: [], problem: place === undefined ? 'leads-refused' : 'leads-partly' };
    throw error;
  }
}

async function* readPasts<Row>(
  session: SyncSession,
  pipeline: Pipeline<Row>,
  from: Cursor,
): AsyncGenerator<SyncPage, void, void> {
  if (pipeline.histories === undefined) return;
  let { place, done } = from;
  for (;;) {
    const { rows, next } = await pipeline.list('history', place);
    if (rows.length === 0 && next === undefined) return;
    if (next !== undefined && next === place) throw new SyncStopped('layout-unknown', 'no progress');
    const histories = await pipeline.histories(rows, session.now());
    if (histories === undefined) return;
    done += rows.length;
    yield {
      phase: 'history',
      deals: [],
      histories,
      done,
      total: next === undefined ? done : Math.max(from.listed ?? 0, done),
      cursor: writeCursor({ ...from, phase: next === undefined ? 'done' : 'history', place: next, done }),
    };
    if (next === undefined) return;
    place = next;
  }
}

/** @param nth Its place in the listing: it has no other name. */
function withoutId(nth: number): ReadProblem {
  return { code: 'row-unreadable', row: `row ${nth}` };
}
