import type { Count } from './rate';
import { TUNING } from './tuning';

export const METRICS = [
  'acceptance',
  'stage1to2',
  'completeness',
  'heldRate',
  'winRate',
  'hotPass',
  'auditPass',
  'timeliness',
  // Of passes that are old enough for every decision to be in: what young ones may be compared with.
  'oldAcceptance',
  'oldStage1to2',
] as const;
export type Metric = (typeof METRICS)[number];

/** What a pass adds to each share, 0..1; `null` where it says nothing of it (yet). */
export type Scores = Readonly<Record<Metric, number | null>>;
export type Counts = Readonly<Record<Metric, Count>>;

/** Where a deal names no currency, as ISO 4217 has it. */
export const NO_CURRENCY = 'XXX';

/** Stage 2 has to be reached within this. */
export const STAGE_TWO_MS = TUNING.stageTwoDays * 86_400_000;
