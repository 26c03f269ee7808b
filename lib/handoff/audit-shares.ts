interface AuditColumns {
  readonly yes: Uint8Array;
  readonly no: Uint8Array;
}

/**
 * Whether each pass meets every check of its audit list that can be answered at all, which is one to which any of them
 * has a yes: 1 or 0; NaN: not known.
 */
export function auditShares({ yes, no }: AuditColumns): Float64Array {
  const answerable = yes.reduce((some, bits) => some | bits, 0);
  return Float64Array.from(yes, (bits, row) => {
    if (no[row] !== 0) return 0;
    return answerable > 0 && (bits & answerable) === answerable ? 1 : NaN;
  });
}
