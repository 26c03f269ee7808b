import { median, pairedRatio } from './statistics';

/** One line of output. */
export interface Row {
  readonly name: string;
  /** `null` where there was nothing to measure; such a row with a budget is not ok. */
  readonly value: number | null;
  /** `ms`: the ratio is judged, the milliseconds are information. Any other unit: the value is judged. */
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  /** The most that the ratio, or the value, may be; `null`: information. */
  readonly budget: number | null;
  readonly ok: boolean;
}

/** Two series of milliseconds that were measured in turns: medians, and the ratio of the pairs against its budget. */
export function timeRow(
  name: string,
  {
    ours,
    baseline,
    budget,
  }: Readonly<Record<'ours' | 'baseline', readonly number[]>> & { budget: number | null },
): Row {
  return judge({
    name,
    value: rounded(median(ours), 1),
    unit: 'ms',
    baseline: rounded(median(baseline), 1),
    ratio: rounded(pairedRatio(ours, baseline), 3),
    budget,
  });
}

/** A count or a size, against its budget. */
export function sizeRow(
  name: string,
  {
    value,
    unit,
    budget,
    baseline,
  }: {
    readonly value: number | null;
    readonly unit: string;
    readonly budget: number | null;
    /** What the same thing is where it is done the plain way. */
    readonly baseline?: number;
  },
): Row {
  return judge({
    name,
    value: value === null ? null : rounded(value, 2),
    unit,
    baseline: baseline === undefined ? null : rounded(baseline, 2),
    ratio: baseline === undefined || value === null ? null : rounded(value / baseline, 3),
    budget,
  });
}

/** Judged as printed: whoever reads the line can judge it again. What has a budget and could not be measured is not ok. */
export function judge(row: Omit<Row, 'ok'>): Row {
  const { unit, ratio, value, budget } = row;
  const judged = unit === 'ms' ? ratio : value;
  return { ...row, ok: budget === null || (judged !== null && judged <= budget) };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Stands for a measure that has failed: not ok, and no number. */
export function failedRow(name: string): Row {
  return { name, value: null, unit: 'none', baseline: null, ratio: null, budget: null, ok: false };
}
