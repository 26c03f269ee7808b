import type { BusinessCalendar } from '../calendar/business-hours';
import type { ProcessVersion } from '../deal/process';
import type { Team } from '../deal/settings';
import type { FieldInput, PersonInput, StageInput } from './request';
import { setting as settingOf, type Setting } from './setting';

/** A version of the process, ready to find passes by. */
export interface Rules {
  readonly version: ProcessVersion;
  readonly setting: Setting;
  readonly fields: readonly FieldInput[];
  readonly calendar: BusinessCalendar;
}

/** A stage that the CRM itself calls won or lost. */
export interface EndStage {
  readonly name: string;
  readonly outcome: 'won' | 'lost';
}

interface Beside {
  /** The one name of a person who has several: who is the same person is no rule, and holds for all time. */
  readonly nameOf: (name: string) => string;
  readonly teams: readonly Team[];
  readonly ends: readonly EndStage[];
  /** Milliseconds. */
  readonly asOf: number;
}

/** Lays out a version of the process for the core. */
export function rulesOf(version: ProcessVersion, { nameOf, teams, ends, asOf }: Beside): Rules {
  const people = version.people.flatMap(({ name, roles }): PersonInput[] =>
    // Somebody of none of these roles passes nothing and takes nothing, as a manager; not said is something else.
    (roles.length === 0 ? (['manager'] as const) : roles).map((role) => ({
      id: nameOf(name),
      role,
      team: null,
    })),
  );
  const members = teams.flatMap(({ name: team, members: names }) =>
    names.map((name): PersonInput => ({ id: nameOf(name), role: null, team })),
  );
  const open = version.stages.map(({ name, role, isQualified, isNurture }): StageInput => ({
    id: name,
    // The core asks of the order only whether a stage is at the qualified one or past it.
    order: isQualified ? 1 : 0,
    role,
    outcome: 'open',
    nurture: isNurture,
  }));
  const said = new Set(open.map(({ id }) => id));
  const closed = ends
    .filter(({ name }) => !said.has(name))
    .map(({ name, outcome }): StageInput => ({ id: name, order: 0, role: null, outcome, nurture: false }));
  const { decideWithinDays, touchWithinHours } = version;
  const process = {
    stages: [...open, ...closed],
    qualifiedStage: open.find(({ order }) => order === 1)?.id ?? null,
    decideWithinDays,
    touchWithinHours,
  };
  return {
    version,
    setting: settingOf([...people, ...members], process, asOf),
    fields: version.fields,
    calendar: version.calendar,
  };
}
