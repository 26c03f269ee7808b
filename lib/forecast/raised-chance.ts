/**
 * Chance of a deal whose hazard is `factor` times that of a usual deal with chance `usual`.
 *
 * @example raisedChance(0.5, 2) // 0.75
 */
export function raisedChance(usual: number, factor: number): number {
  return factor === 1 ? usual : 1 - (1 - usual) ** factor;
}
