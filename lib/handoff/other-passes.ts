import { actingRole } from './acting-role';
import type { DealFacts } from './deal-facts';
import type { Candidate } from './owner-passes';
import type { Moment } from './request';
import type { Setting } from './setting';
import { stateAt } from './state-at';

/** Rules 2 to 4: the converted lead, the SDR field, the stage edge. Unknown roles do not contradict them, others do. */
export function otherPasses(facts: DealFacts, setting: Setting): readonly Candidate[] {
  return [...leadPasses(facts, setting), ...fieldPasses(facts, setting), ...edgePasses(facts, setting)];
}

function leadPasses({ deal, leads, owners }: DealFacts, setting: Setting): readonly Candidate[] {
  return leads.flatMap(({ convertedAt, convertedBy, owner }): Candidate[] => {
    const at = convertedAt ?? deal.createdAt;
    const from = convertedBy ?? owner;
    if (at === null || from === null) return [];
    const to = stateAt(owners, at.to);
    if (to === null || to === from || !mayBe(from, 'sdr', setting) || !mayBe(to, 'ae', setting)) return [];
    const evidence = `a lead was converted by one person into a deal of another${unknownRoles([from, to], setting)}`;
    return [{ rule: 2, from, to, at, evidence }];
  });
}

function fieldPasses({ deal, owners, stages }: DealFacts, setting: Setting): readonly Candidate[] {
  const { sdr } = deal;
  if (sdr === null || !mayBe(sdr, 'sdr', setting)) return [];
  const entered = roleOf(stages.initial, setting) === 'sdr';
  const start: Moment | null = entered
    ? (stages.steps.find(({ to }) => roleOf(to, setting) === 'ae')?.at ?? null)
    : deal.createdAt;
  if (entered && start === null) return [];
  const isOther = (person: string | null): person is string =>
    person !== null && person !== sdr && mayBe(person, 'ae', setting);
  const first = start === null ? null : stateAt(owners, start.to);
  const how = entered ? 'at entry to the first stage of an AE' : 'when created';
  if (start !== null && isOther(first)) {
    const evidence = `the SDR field names another than the owner, ${how}${unknownRoles([sdr, first], setting)}`;
    return [{ rule: 3, from: sdr, to: first, at: start, evidence }];
  }
  for (const { to, at } of owners.steps) {
    if ((start !== null && at.to < start.to) || !isOther(to)) continue;
    const evidence = `the SDR field names another than the new owner${unknownRoles([sdr, to], setting)}`;
    return [{ rule: 3, from: sdr, to, at, evidence }];
  }
  return [];
}

function edgePasses({ deal, owners, stages }: DealFacts, setting: Setting): readonly Candidate[] {
  return stages.steps.flatMap((step): Candidate[] => {
    if (roleOf(step.from, setting) !== 'sdr' || roleOf(step.to, setting) !== 'ae') return [];
    const { at } = step;
    const [before, after] = [stateAt(owners, at.to - 1), stateAt(owners, at.to)];
    const roleIn = (person: string | null, stage: string | null) =>
      actingRole(person, { deal, stage }, setting);
    const creator = roleIn(deal.createdBy, step.from) === 'sdr' ? deal.createdBy : null;
    const from = roleIn(before, step.from) === 'sdr' ? before : (deal.sdr ?? creator);
    const to = roleIn(after, step.to) === 'sdr' && !isBoth(after, setting) ? null : after;
    // The AE made the deal and has it: nobody passed it.
    if (to !== null && (from === to || (from === null && deal.createdBy === to))) return [];
    const who = from === null ? '; who passed it is not known' : '';
    return [
      { rule: 4, from, to, at, evidence: `the deal entered a stage of the AE from one of the SDR${who}` },
    ];
  });
}

function roleOf(stage: string | null, setting: Setting): string | null {
  return setting.stages.get(stage ?? '')?.role ?? null;
}

function isBoth(person: string | null, { roles }: Setting): boolean {
  const own = roles.get(person ?? '');
  return own !== undefined && own.has('sdr') && own.has('ae');
}

/** Whether nothing says that the person has other roles only. */
function mayBe(person: string, role: 'sdr' | 'ae', { roles }: Setting): boolean {
  const own = roles.get(person);
  return own === undefined || own.size === 0 || own.has(role);
}

function unknownRoles(people: readonly string[], { roles }: Setting): string {
  const unknown = people.filter((person) => (roles.get(person)?.size ?? 0) === 0);
  return unknown.length === 0 ? '' : `; no role is set for ${unknown.join(' and ')}`;
}
