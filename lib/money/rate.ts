/** A rate as an exact fraction: `over / under` major units of the target for one of the source. Both positive. */
export interface Rate {
  readonly over: bigint;
  readonly under: bigint;
}
