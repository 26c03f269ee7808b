import type { Outcome } from './deal';

/** Every field that a column or label may be said to show, those first that most lists have. */
export const mappedFields = [
  'name',
  'account',
  'amount',
  'currency',
  'stage',
  'status',
  'closeOn',
  'owner',
  'number',
  'crmProbability',
  'forecastCategory',
  'createdOn',
  'closedOn',
  'stageSince',
  'lastActivityOn',
  'nextStep',
  'nextStepOn',
  'lostReason',
  'createdBy',
  'sdr',
  'source',
  'channel',
  'product',
  'region',
  'team',
  'pipeline',
  'mrr',
  'arr',
  'contractEndOn',
  'firstTouchAt',
  'meetingSetFor',
  'meetingHeld',
  'hotPass',
  'authority',
  'need',
  'urgency',
  'money',
] as const;

export type MappedField = (typeof mappedFields)[number];

/** What the user has said of one view of one site: what each of its columns means, and how its stages end. */
export interface Mapping {
  /** As in a deal's key: the host, for a CRM that nobody named. */
  readonly tenant: string;
  /** Kind and address without ids: `list /deals`. */
  readonly view: string;
  /** Every column that the view had, by its key; `null`: none of the deal's fields. */
  readonly columns: Readonly<Record<string, MappedField | null>>;
  /** Stages in their order, with how a deal in each stands; `null`: the user has not said. */
  readonly stages: readonly { readonly name: string; readonly outcome: Outcome | null }[];
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
}

/** The key of a board's own columns; those of the places on its cards say where they stand. */
export const BOARD_COLUMN = '#column';

/** One column of a list, one place of a board's cards, or one labelled value of a record, as it was understood without or with the user. */
export interface SurveyedColumn {
  /** What the column is known by from one visit to the next. */
  readonly key: string;
  readonly heading: string;
  /** A place in the cells of the column with this heading, which show more than that. */
  readonly isPart?: true;
  readonly field: MappedField | null;
  /** `taught` by the user, `sure` or `unsure` by its heading, `unknown`: nobody knows. */
  readonly by: 'taught' | 'sure' | 'unsure' | 'unknown';
  /** Different texts that it shows, in their order on the page, at most thirty. */
  readonly values: readonly string[];
}

/** What was understood of the view that is open. */
export interface Survey {
  readonly kind: 'list' | 'board' | 'record';
  readonly tenant: string;
  readonly view: string;
  readonly columns: readonly SurveyedColumn[];
  /** What the view's stages are said or known to end as, by their text; absent: not known. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** The user has taught it. */
  readonly isTaught: boolean;
  /** It has columns that were not there when it was taught, or lacks some that were. */
  readonly isChanged: boolean;
}
