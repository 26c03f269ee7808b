import type { Counted, SeenPerson, SeenStage } from './seen-names';

/** Why somebody seems to have a role. */
export type RoleReason =
  /** Named as SDR on so many deals. */
  | { readonly kind: 'sdr-field'; readonly deals: number }
  /** First owner of `of` deals, `deals` of which another person has now. */
  | { readonly kind: 'handed-on'; readonly deals: number; readonly of: number }
  /** Owns so many deals in a qualified stage, behind one, or won; `stage` is the first of these stages. */
  | { readonly kind: 'past-stage'; readonly deals: number; readonly stage: string }
  /** Owns so many that were won, where no qualified stage is known. */
  | { readonly kind: 'won'; readonly deals: number }
  /** Owns so many deals that name another as SDR. */
  | { readonly kind: 'beside-sdr'; readonly deals: number };

export interface RoleSuggestion {
  readonly roles: readonly ('sdr' | 'ae')[];
  /** Of each role the strongest. */
  readonly reasons: readonly RoleReason[];
}

/** Fewer deals than this are chance. */
const least = 3;
/** Who keeps more of the first owned than the rest hands nothing on as a trade. */
const handsOn = 0.6;
/** Who has a smaller share there works elsewhere. */
const worksThere = 0.25;

/**
 * What role each person seems to have, from what deals say: for the user to confirm, never taken for granted. An SDR is
 * named as such, or hands on most deals that were first theirs; an AE owns what has got to the qualified stage. A
 * person can be both; of managers and CSMs deals say nothing.
 *
 * @param people Names of one person as one: see `joinSeen`. @param qualified Names of the qualified stages.
 * @returns By name; nobody of whom deals say too little.
 */
export function suggestRoles(
  people: readonly SeenPerson[],
  stages: readonly SeenStage[],
  qualified: ReadonlySet<string>,
): ReadonlyMap<string, RoleSuggestion> {
  const late = lateStages(stages, qualified);
  const besideSdr = new Map<string, number>();
  for (const { sdrFor } of people)
    for (const [owner, deals] of sdrFor) besideSdr.set(owner, (besideSdr.get(owner) ?? 0) + deals);
  const found = new Map<string, RoleSuggestion>();
  for (const person of people) {
    const sdr = sdrReason(person);
    const ae = aeReason(person, late, besideSdr.get(person.name) ?? 0);
    if (sdr === undefined && ae === undefined) continue;
    found.set(person.name, {
      roles: [...(sdr === undefined ? [] : ['sdr' as const]), ...(ae === undefined ? [] : ['ae' as const])],
      reasons: [sdr, ae].filter((reason) => reason !== undefined),
    });
  }
  return found;
}

function sdrReason({ sdr, first, handedTo }: SeenPerson): RoleReason | undefined {
  if (sdr >= least) return { kind: 'sdr-field', deals: sdr };
  const deals = total(handedTo);
  return deals >= least && deals >= handsOn * first ? { kind: 'handed-on', deals, of: first } : undefined;
}

function aeReason(
  { owns, won, inStage }: SeenPerson,
  late: readonly string[],
  besideSdr: number,
): RoleReason | undefined {
  const [stage] = late;
  const deals = won + late.reduce((sum, name) => sum + (inStage.get(name) ?? 0), 0);
  if (deals >= least && deals >= worksThere * owns)
    return stage === undefined ? { kind: 'won', deals } : { kind: 'past-stage', deals, stage };
  return besideSdr >= least ? { kind: 'beside-sdr', deals: besideSdr } : undefined;
}

/** The qualified stages and those behind the first of them, in their order. */
function lateStages(stages: readonly SeenStage[], qualified: ReadonlySet<string>): readonly string[] {
  const from = stages.find(({ name }) => qualified.has(name))?.order ?? Infinity;
  return stages
    .filter(({ name, order }) => qualified.has(name) || (order !== null && order > from))
    .map(({ name }) => name);
}

function total(counted: Counted): number {
  let sum = 0;
  for (const count of counted.values()) sum += count;
  return sum;
}
