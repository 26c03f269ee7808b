import { isRecord, parseJson } from './guards';

const phases = ['deals', 'leads', 'history', 'done'] as const;

/** Where a run goes on. */
export interface Cursor {
  readonly phase: (typeof phases)[number];
  /** The CRM's own name of the place up to which everything has been read; absent at a phase's beginning. */
  readonly place?: string | undefined;
  /** Deals of this phase up to there. */
  readonly done: number;
  /** Deals that the listing named: so many histories there are. */
  readonly listed?: number | undefined;
  /** Some leads were left out before that place. */
  readonly isPartly?: boolean | undefined;
  /** As whom the listing was begun: another user's, or another company's, does not go on with it. */
  readonly seenAs: string | undefined;
}

export function writeCursor({ phase, place, done, listed, isPartly, seenAs }: Cursor): string {
  return JSON.stringify({ phase, place, done, listed, isPartly, seenAs });
}

/** `undefined`: there is none, or none of ours, and the listing begins at its start. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const cursor = parseJson(text);
  if (!isRecord(cursor)) return undefined;
  const { place, done, listed, isPartly, seenAs } = cursor;
  const phase = phases.find((one) => one === cursor['phase']);
  if (phase === undefined || typeof done !== 'number') return undefined;
  const known = typeof place === 'string' ? place : undefined;
  // Of an older version, which named its place otherwise.
  if (done > 0 && known === undefined && phase !== 'done') return undefined;
  return {
    phase,
    place: known,
    done,
    listed: typeof listed === 'number' ? listed : undefined,
    isPartly: isPartly === true ? true : undefined,
    seenAs: typeof seenAs === 'string' ? seenAs : undefined,
  };
}
