import type { EventKind } from './deal-events';
import type { Setting } from './setting';

/** What entering the stage means; a stage that the process does not name means nothing. */
export function kindOfStage(id: string, { stages, qualifiedOrder }: Setting): EventKind {
  const stage = stages.get(id);
  if (stage === undefined) return 'active';
  if (stage.nurture) return 'nurtured';
  if (stage.outcome === 'lost') return 'lost';
  if (stage.outcome === 'won') return 'qualified';
  return qualifiedOrder !== undefined && stage.order >= qualifiedOrder ? 'qualified' : 'active';
}
