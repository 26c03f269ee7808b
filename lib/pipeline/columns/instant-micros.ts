/**
 * An instant (ISO 8601, UTC) in microseconds since 1970. What is finer than that is left out.
 *
 * @example instantMicros('1970-01-01T00:00:00.000125Z') // 125
 */
export function instantMicros(instant: string): number {
  // The usual instant ends with its milliseconds.
  const finer = instant.length > 24 ? /\.\d{3}(\d{1,3})/.exec(instant)?.[1] : undefined;
  return Date.parse(instant) * 1000 + (finer === undefined ? 0 : Number(finer.padEnd(3, '0')));
}
