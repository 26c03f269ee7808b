/** Constants of handoff quality, each with what it stands for. Times are milliseconds where the name says nothing else. */
export const TUNING = {
  decideWithinDays: 30,
  touchWithinHours: 4,
  /** "Stage 1 to 2" is the share that gets there within this. */
  stageTwoDays: 30,
  /** A lead's conversion is the share that became a deal within this: what comes later is told as a deal, and changes no old month. */
  convertWithinDays: 90,
  /** Fewer than this is "too few". */
  leastCount: 3,
  /** Fewer than this have no place among others. */
  leastToRank: 20,
  /** Passes that a group's colleagues weigh at most, when it is shrunk to them. */
  shrinkStrength: 10,
  /** A part of the quality index below this counts as this: one zero must not wipe out all other parts. */
  indexFloor: 0.01,
  /** Two clocks of one CRM may differ by this: what they show so little before a pass happened at it. */
  clockSkewMs: 60_000,
  /** A deal lost so recently means that the account's next one is not truly new. */
  recentlyLostMs: 180 * 86_400_000,
} as const;

/** What qualifies a deal where the team has named no fields of its own. */
export const DEFAULT_FIELDS = [
  'authority',
  'need',
  'urgency',
  'money',
  'nextStep',
  'trigger',
  'contact',
] as const;
