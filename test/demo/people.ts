import type { Person, Role, Stage, StageId } from './types';

export const PEOPLE: readonly Person[] = [
  { id: 'freja', name: 'Freja Lindholt', role: 'sdr' },
  { id: 'emil', name: 'Emil Brandvold', role: 'sdr' },
  { id: 'signe', name: 'Signe Aagesen', role: 'ae' },
  { id: 'mikkel', name: 'Mikkel Østerlund', role: 'ae' },
  { id: 'tuva', name: 'Tuva Hallström', role: 'ae' },
  { id: 'aino', name: 'Aino Kestilä', role: 'ae' },
];

export const STAGES: readonly Stage[] = [
  { id: 'New', order: 1, probability: 0.1, outcome: 'open', role: 'sdr' },
  { id: 'Qualified', order: 2, probability: 0.25, outcome: 'open', role: 'ae' },
  { id: 'Proposal', order: 3, probability: 0.5, outcome: 'open', role: 'ae' },
  { id: 'Negotiation', order: 4, probability: 0.75, outcome: 'open', role: 'ae' },
  { id: 'Won', order: 5, probability: 1, outcome: 'won' },
  { id: 'Lost', order: 6, probability: 0, outcome: 'lost' },
];

/** The stage of that name. */
export function stageOf(id: StageId): Stage {
  const stage = STAGES.find((one) => one.id === id);
  if (stage === undefined) throw new RangeError(`no stage ${id}`);
  return stage;
}

/** The ids of everybody in a role. */
export function idsOf(role: Role): readonly string[] {
  return PEOPLE.filter((person) => person.role === role).map((person) => person.id);
}

/** True where the owner is an SDR. */
export function isSdr(id: string): boolean {
  return PEOPLE.some((person) => person.id === id && person.role === 'sdr');
}

/** How far the AE is above or below the others at winning, in log-odds. */
export function skillOf(id: string): number {
  return { signe: 0.35, mikkel: 0, tuva: 0.1, aino: -0.3 }[id] ?? 0;
}

/** The category that a rep would give a deal in the stage. */
export function categoryOf(id: StageId): string {
  return {
    New: 'Pipeline',
    Qualified: 'Pipeline',
    Proposal: 'Best case',
    Negotiation: 'Commit',
    Won: 'Closed',
    Lost: 'Omitted',
  }[id];
}
