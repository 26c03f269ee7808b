import type { PeriodGround } from './period-ground';

interface Read {
  /** Expected of the open deals that were read. */
  readonly openMean: number;
  /** How many times as much a win brings as was learned. */
  readonly size: number;
}

/** Wins expected of deals that were not read, which are taken to be like those that were; 0 where a win brings nothing. */
export function unreadWins({ unread, values }: PeriodGround, { openMean, size }: Read): number {
  const usual = values.mean * size;
  return usual > 0 ? (unread * openMean) / usual : 0;
}
