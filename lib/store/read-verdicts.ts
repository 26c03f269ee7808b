import type { VerdictInput } from '../handoff/request';
import type { Database } from './database';

/** All verdicts by the key of their deal, as the core takes them. */
export async function readVerdicts(
  { verdicts }: Database,
  nameOf: (name: string) => string,
): Promise<ReadonlyMap<string, readonly VerdictInput[]>> {
  const found = new Map<string, VerdictInput[]>();
  for (const verdict of await verdicts.toArray()) {
    const { deal, attempt, passedAt, decision = null, hot = null, reason = null, at, by } = verdict;
    const instant = Date.parse(at);
    const within = Date.parse(passedAt ?? at);
    const one = { deal, attempt, within, decision, hot, reason, at: { from: instant, to: instant } };
    const own = found.get(deal) ?? [];
    found.set(deal, own);
    own.push({ ...one, by: by === undefined ? null : nameOf(by) });
  }
  return found;
}
