import type { ProcessStage } from '../../../lib/deal/process';

/** One stage said otherwise; one of which nothing is said any more goes. */
export function withStage(
  stages: readonly ProcessStage[],
  name: string,
  change: Partial<Omit<ProcessStage, 'name'>>,
): readonly ProcessStage[] {
  const before = stages.find((stage) => stage.name === name);
  const { role = before?.role ?? null, isQualified = before?.isQualified ?? false } = change;
  const { isNurture = before?.isNurture ?? false } = change;
  const stage = { name, role, isQualified, isNurture };
  if (role === null && !isQualified && !isNurture) return stages.filter((other) => other !== before);
  return before === undefined
    ? [...stages, stage]
    : stages.map((other) => (other === before ? stage : other));
}
