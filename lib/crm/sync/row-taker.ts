import type { DealField, DealValues } from '../../deal/deal';
import type { ProblemCode, ReadProblem } from '../adapter';

/** Takes the values of one record, and keeps what it could not take. */
export interface RowTaker {
  readonly problems: readonly ReadProblem[];
  /**
   * One value, to be spread among a deal's values: nothing where the record does not have the field (`undefined`),
   * `null` where it is empty, and nothing but a problem where the guard does not know its kind.
   */
  readonly take: <Field extends DealField>(
    field: Field,
    value: unknown,
    guard: (value: unknown) => DealValues[Field] | undefined,
  ) => Pick<DealValues, Field>;
  /** Notes that a value is not to be had. */
  readonly miss: (field: DealField, value: unknown, code?: ProblemCode) => void;
}

/** @param row The record's name for its user. */
export function rowTaker(row: string): RowTaker {
  const problems: ReadProblem[] = [];
  const miss: RowTaker['miss'] = (field, value, code = codeOf(field)) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
    problems.push({ code, row, field, text: text.slice(0, 80) });
  };
  const take: RowTaker['take'] = (field, value, guard) => {
    const isEmpty = value === null || value === '';
    const taken = isEmpty ? null : value === undefined ? undefined : guard(value);
    if (taken === undefined && value !== undefined) miss(field, value);
    // TypeScript does not see that the one key of this object is the field.
    return (taken === undefined ? {} : { [field]: taken }) as Pick<DealValues, typeof field>;
  };
  return { problems, take, miss };
}

function codeOf(field: DealField): ProblemCode {
  if (field === 'amount' || field === 'recurring') return 'amount-unreadable';
  if (field === 'stage' || field === 'outcome') return 'stage-unknown';
  return /(?:On|Since|At)$/.test(field) ? 'date-unreadable' : 'value-unreadable';
}
