import type { DealField, DealRead, DealValues, Outcome } from '../../deal/deal';
import type { ReadProblem } from '../adapter';
import { foldWord } from '../parse/fold-word';
import { parseOutcome } from '../parse/parse-outcome';
import { readValues, type Cell, type CellContext } from './read-values';
import type { RowIdentity } from './row-ids';
import { concepts } from './words/concepts';

export interface DealFromCells {
  readonly read: DealRead;
  readonly problems: readonly ReadProblem[];
}

export interface DealContext extends CellContext {
  /** Which one it is in problems, where it has no name: `row 7`. */
  readonly row: string;
  /** Instant of the read. */
  readonly at: string;
  /** The view shows open deals only, by its own words. */
  readonly isOpenView: boolean;
  /** How the stages end that the user has named, by their text. */
  readonly outcomes?: ReadonlyMap<string, Outcome> | undefined;
}

const closed = new RegExp(`^(?:${concepts.closed.replace(/ /g, '|')})`);

/** Makes one deal of its cells. */
export function dealFromCells(
  cells: readonly Cell[],
  { id, url }: RowIdentity,
  context: DealContext,
): DealFromCells {
  const read = readValues(cells, context);
  const hasStatus = cells.some(({ field }) => field === 'status');
  const outcome = outcomeOf(read.values, hasStatus, context);
  const { outcome: stated, ...rest } = read.values;
  const values: DealValues = outcome === undefined || outcome === 'conflict' ? rest : { ...rest, outcome };
  const where = (read.values.name ?? id ?? context.row).slice(0, 200);
  const problems: ReadProblem[] = read.problems.map((problem) => ({ ...problem, row: where }));
  if (outcome === 'conflict') {
    problems.push({
      code: 'stage-unknown',
      row: where,
      field: 'outcome',
      text: `${stated} / ${read.values.stage}`.slice(0, 80),
    });
  }
  const approximate: DealField[] = [...read.approximate];
  return {
    read: {
      ...(id === undefined ? {} : { id }),
      ...(url === undefined ? {} : { url }),
      values,
      ...(approximate.length > 0 ? { approximate } : {}),
      at: context.at,
    },
    problems,
  };
}

/**
 * A status states the outcome, and so does a stage with a closing name. A stage of any other name says nothing; then only
 * the view's own words do. A status and a stage that contradict each other give none.
 */
function outcomeOf(
  { outcome, stage }: DealValues,
  hasStatus: boolean,
  { isOpenView, outcomes }: DealContext,
): Outcome | 'conflict' | undefined {
  const said = outcomes?.get(stage ?? '') ?? parseOutcome(stage ?? '');
  // That a stage is an open one says less than a status of the deal's own.
  const staged = said === 'open' && outcomes !== undefined && outcome ? undefined : said;
  if (outcome && staged) return outcome === staged ? outcome : 'conflict';
  if (outcome ?? staged) return outcome ?? staged;
  const isClosed = closed.test(foldWord(stage ?? ''));
  return isOpenView && !hasStatus && !isClosed ? 'open' : undefined;
}
