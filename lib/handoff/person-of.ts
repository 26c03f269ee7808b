import type { Scored } from './measures-of';

/** Who had a role in a pass. */
export function personOf({ handoff: { pass } }: Scored, role: 'sdr' | 'ae'): string | null {
  return role === 'sdr' ? pass.from : pass.to;
}
