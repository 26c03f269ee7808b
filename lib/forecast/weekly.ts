/** The last day up to one that lies on the raster of past forecasts: one a week, whichever day is asked about. */
export function weekly(day: number): number {
  return Math.floor(day / 7) * 7;
}
