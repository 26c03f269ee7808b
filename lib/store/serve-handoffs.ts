import { passesShown, type PassesQuery, type PassList } from '../handoff/passes-shown';
import { handoffReport, type HandoffQuery, type HandoffReport } from '../handoff/handoff-report';
import type { HandoffGlance } from '../pipeline/handoff-glance';
import type { Database } from './database';
import { areFew } from './each-deal';
import { followPasses } from './follow-passes';
import { changedRows, type RowsDue, type RowsToStore } from './handoff-rows-to-store';
import { glanceOfPasses } from './glance-of-passes';
import type { LeadsQuery } from '../handoff/leads/leads-shown';
import { type LeadList, readLeadList } from './read-lead-list';
import { type Moment, readPasses, type StoredPasses } from './read-passes';
import { readMark, type StateMark } from './read-state';
import { type Line, serveAsks } from './serve-asks';

/** What a page may ask its worker of handoffs. */
export type HandoffAsk = Moment &
  (
    | { readonly kind: 'report'; readonly query: HandoffQuery }
    /** The passes of one figure. */
    | { readonly kind: 'passes'; readonly query: PassesQuery }
    /** The leads or deals of one figure. */
    | { readonly kind: 'leads'; readonly query: LeadsQuery }
    | { readonly kind: 'glance' }
    /** The next rows of the table `handoffs` that are no more what was found; `undefined`: all are. */
    | { readonly kind: 'rows' }
  );

/** What comes of it; `undefined` where there is no store yet. */
export type HandoffAnswer<Ask extends HandoffAsk> = Ask['kind'] extends 'report'
  ? HandoffReport | undefined
  : Ask['kind'] extends 'passes'
    ? PassList | undefined
    : Ask['kind'] extends 'leads'
      ? LeadList | undefined
      : Ask['kind'] extends 'rows'
        ? RowsToStore | undefined
        : HandoffGlance | undefined;

interface Read {
  readonly mark: StateMark;
  readonly moment: Moment;
  readonly passes: StoredPasses;
  readonly rows: RowsDue;
}

/** Answers a page's questions. What was found is kept while the store and the hour are the same, and gone on from then. */
export function serveHandoffs(line: Line): void {
  let known: Read | undefined;
  const passesOf = async (database: Database, moment: Moment): Promise<Read | undefined> => {
    const mark = await readMark(database);
    if (mark === undefined) return undefined;
    if (known !== undefined && isSame(known, mark, moment)) return known;
    known = (await goneOn(database, moment, mark)) ?? (await foundAnew(database, moment, mark));
    return known;
  };
  const goneOn = async (database: Database, moment: Moment, mark: StateMark): Promise<Read | undefined> => {
    const before = known;
    // If it fails half-way its parts are of no use; and what takes its place must not find it there: that would be twice as much.
    known = undefined;
    if (before === undefined) return undefined;
    const passes = await followPasses(database, moment, before.passes);
    if (passes === undefined) return undefined;
    const [left, renewed] = [before.rows.left(), passes.book.renewed];
    const due = left && renewed && new Set([...left, ...renewed]);
    const some = due && (await areFew(database, due.size)) ? due : undefined;
    return { mark, moment, passes, rows: changedRows(passes, mark, some) };
  };
  serveAsks<HandoffAsk>(line, {
    read: async (ask, database) => {
      const { today, now, zone } = ask;
      const read = await passesOf(database, { today, now, zone });
      if (read === undefined) return undefined;
      switch (ask.kind) {
        case 'report':
          return handoffReport(read.passes, ask.query);
        case 'passes':
          return passesShown(read.passes, ask.query);
        case 'leads':
          return readLeadList(database, read.passes.leads, ask.query);
        case 'glance':
          return glanceOfPasses(database, read.passes, { mark: read.mark, now });
        case 'rows':
          return read.rows.next(database);
      }
    },
  });
}

async function foundAnew(database: Database, moment: Moment, mark: StateMark): Promise<Read> {
  const passes = await readPasses(database, moment);
  return { mark, moment, passes, rows: changedRows(passes, mark) };
}

/** An hour's passes are the same: what waits is counted in hours. */
function isSame({ mark, moment }: Read, now: StateMark, { today, now: at, zone }: Moment): boolean {
  return (
    mark.uuid === now.uuid &&
    mark.content === now.content &&
    moment.today === today &&
    moment.zone === zone &&
    moment.now.slice(0, 13) === at.slice(0, 13)
  );
}
