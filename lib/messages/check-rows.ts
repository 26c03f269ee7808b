import type { ReadProblem, RefusedRead } from '../crm/adapter';
import { rowName } from '../deal/row-name';
import { z } from '../schema';
import { dealField, problem } from './schemas';

export interface CheckedRows<Row> {
  readonly rows: readonly Row[];
  /** Where each of `rows` stood among all. */
  readonly places: readonly number[];
  readonly refused: readonly RefusedRead[];
}

/** Checks rows from outside one by one, each once: the sound ones as they are, the others with what is wrong. */
export function checkRows<Schema extends z.core.$ZodType>(
  schema: Schema,
  given: readonly unknown[],
  code: 'row-refused' | 'history-refused' = 'row-refused',
): CheckedRows<z.output<Schema>> {
  const rows: z.output<Schema>[] = [];
  const places: number[] = [];
  const refused: RefusedRead[] = [];
  for (const [index, row] of given.entries()) {
    const parsed = z.safeParse(schema, row);
    if (parsed.success) {
      rows.push(parsed.data);
      places.push(index);
      continue;
    }
    const problem = { code, row: rowName(row, index), ...culprit(row, parsed.error.issues[0]) };
    refused.push({ index, problem });
  }
  return { rows, places, refused };
}

/** The problems that a page states. One that is malformed itself stays as far as it can be read. */
export function checkProblems(given: readonly unknown[]): ReadProblem[] {
  return given.map((stated, index) => {
    const parsed = z.safeParse(problem, stated);
    if (parsed.success) return parsed.data;
    const row = valueAt(stated, ['row']);
    return { code: 'row-unreadable', row: typeof row === 'string' ? clip(row, 200) : rowName(stated, index) };
  });
}

/** The field and the text that were refused, as far as they can be shown. */
function culprit(row: unknown, issue: z.core.$ZodIssue | undefined): Pick<ReadProblem, 'field' | 'text'> {
  const path = issue?.path ?? [];
  const field = z.safeParse(dealField, path[0] === 'values' ? path[1] : undefined);
  const value = issue?.code === 'unrecognized_keys' ? issue.keys[0] : valueAt(row, path);
  const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const text = isText ? clip(String(value), 80) : '';
  return { ...(field.success ? { field: field.data } : {}), ...(text === '' ? {} : { text }) };
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
