import type { Scored } from './measures-of';

/** Which passes are looked at; what is absent lets every pass through. */
export interface PassFilter {
  readonly sdr?: string;
  readonly ae?: string;
  /** Passed from or to this person. */
  readonly person?: string;
  /** Passed from or to somebody of the team. */
  readonly team?: string;
  /** One of the three classes, or as the CRM has it. */
  readonly source?: string;
}

/** Whether a pass is one of those that a filter lets through. @param teams By person. */
export function isChosen(
  { handoff: { pass, deal } }: Scored,
  { sdr, ae, person, team, source }: PassFilter,
  teams: ReadonlyMap<string, string>,
): boolean {
  if (sdr !== undefined && pass.from !== sdr) return false;
  if (ae !== undefined && pass.to !== ae) return false;
  if (person !== undefined && pass.from !== person && pass.to !== person) return false;
  if (source !== undefined && deal.source !== source) return false;
  return team === undefined || teams.get(pass.from ?? '') === team || teams.get(pass.to ?? '') === team;
}
