import type { ReadProblem, RefusedRead } from '../crm/adapter';
import type { DealField } from '../deal/deal';
import { rowName } from '../deal/row-name';
import { type Fault, faultIn } from './fault-in';
import type { Plain } from './plain-schema';
import { dealField, problem } from './plain-schemas';

export interface CheckedRows<Row> {
  readonly rows: readonly Row[];
  /** Where each of `rows` stood among all. */
  readonly places: readonly number[];
  readonly refused: readonly RefusedRead[];
}

/** Checks rows from outside one by one, each once: the sound ones as they are, the others with what is wrong. */
export function checkRows<Row>(
  schema: Plain<Row>,
  given: readonly unknown[],
  code: 'row-refused' | 'history-refused' | 'lead-refused' = 'row-refused',
): CheckedRows<Row> {
  const rows: Row[] = [];
  const places: number[] = [];
  const refused: RefusedRead[] = [];
  for (const [index, row] of given.entries()) {
    const fault = faultIn(schema, row);
    if (fault === undefined) {
      // It has just been found to be one.
      rows.push(row as Row);
      places.push(index);
      continue;
    }
    const problem = { code, row: rowName(row, index), ...culprit(row, fault) };
    refused.push({ index, problem });
  }
  return { rows, places, refused };
}

/** The problems that a page states. One that is malformed itself stays as far as it can be read. */
export function checkProblems(given: readonly unknown[]): ReadProblem[] {
  return given.map((stated, index) => {
    if (faultIn(problem, stated) === undefined) return stated as ReadProblem;
    const row = valueAt(stated, ['row']);
    return { code: 'row-unreadable', row: typeof row === 'string' ? clip(row, 200) : rowName(stated, index) };
  });
}

/** The field and the text that were refused, as far as they can be shown. */
function culprit(row: unknown, { path, name }: Fault): Pick<ReadProblem, 'field' | 'text'> {
  const field = path[0] === 'values' ? path[1] : undefined;
  const value = name ?? valueAt(row, path);
  const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const text = isText ? clip(String(value), 80) : '';
  return {
    ...(faultIn(dealField, field) === undefined ? { field: field as DealField } : {}),
    ...(text === '' ? {} : { text }),
  };
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  let value = whole;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = value[name as keyof typeof value];
  }
  return value;
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
