/** What an answer rests on, for a screen to say in its user's language. */
export interface Rests {
  readonly code: RestCode;
  /** Qualification fields that it is about. */
  readonly fields?: readonly string[];
  /** Why the pass was returned. */
  readonly reason?: string;
  /** Whose verdict it is. */
  readonly by?: string;
}

export const REST_CODES = [
  /** Returned for `reason`. */
  'returned',
  /** There is no field that tells. */
  'no-field',
  /** `fields` were filled, or were empty, at the pass. */
  'filled',
  'empty',
  'all-filled',
  /** `fields` were never shown. */
  'unseen',
  'no-fields-known',
  'meeting-set',
  /** Somebody's verdict says so. */
  'verdict',
  /** What became of the pass. */
  'accepted',
  'rejected',
  'recycled',
  'lapsed',
  'waiting',
  /** Touched within the agreed hours, not so, or nothing tells. */
  'in-time',
  'late',
  'no-touch-known',
  /** No open or recently lost deal of the account, one, or the account is not known. */
  'new-account',
  'known-account',
  'no-account',
  'notes-not-read',
] as const;

export type RestCode = (typeof REST_CODES)[number];
