import type { LeadsShown } from '../../../lib/handoff/leads/leads-shown';

/** Of which source or channel, or of which month, a figure of leads is. */
export interface LeadsOf {
  readonly by?: 'source' | 'channel';
  /** Empty: those of which none is said. */
  readonly name?: string;
  readonly month?: string;
}

/** The hash that opens a figure of leads. */
export type OpenLeads = (show: LeadsShown, of?: LeadsOf) => string;
