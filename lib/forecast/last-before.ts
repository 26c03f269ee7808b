interface Range {
  readonly from: number;
  readonly end: number;
  readonly until: number;
}

/** Place of the last of some days in order, `from` (inside) to `end` (outside), that is before `until`; else `from - 1`. */
export function lastBefore(days: Int32Array, { from, end, until }: Range): number {
  let at = end - 1;
  while (at >= from && (days[at] ?? 0) >= until) at -= 1;
  return at;
}
