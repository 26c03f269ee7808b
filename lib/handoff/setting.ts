import type { ProcessInput, Role, StageInput, PersonInput } from './request';

/** The request's people and process, ready to be asked. */
export interface Setting {
  readonly asOf: number;
  readonly decideWithinMs: number;
  readonly process: ProcessInput;
  readonly stages: ReadonlyMap<string, StageInput>;
  readonly roles: ReadonlyMap<string, ReadonlySet<Role>>;
  /** A person may be in several, named in this order. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  /** Stages from this order on are qualified; `undefined` where the process names none. */
  readonly qualifiedOrder: number | undefined;
}

/** Lays out who is what, and which stage is whose. */
export function setting(people: readonly PersonInput[], process: ProcessInput, asOf: number): Setting {
  const roles = new Map<string, Set<Role>>();
  const teams = new Map<string, string[]>();
  for (const { id, role, team } of people) {
    const own = roles.get(id) ?? new Set();
    roles.set(id, own);
    if (role !== null) own.add(role);
    const known = teams.get(id) ?? [];
    if (team !== null && !known.includes(team)) teams.set(id, [...known, team]);
  }
  const stages = new Map(process.stages.map((stage) => [stage.id, stage]));
  return {
    asOf,
    decideWithinMs: process.decideWithinDays * 86_400_000,
    process,
    stages,
    roles,
    teams,
    qualifiedOrder: stages.get(process.qualifiedStage ?? '')?.order,
  };
}
