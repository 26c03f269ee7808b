import type { DealState, PastState, PipelineView } from './deal-pair';

/** Whether a deal was in the pipeline: open, of one of the owners, and expected to close within the period. */
export function isInPipeline(state: PastState, { members, period }: PipelineView): state is DealState {
  if (typeof state === 'string' || state.outcome !== 'open') return false;
  if (members !== undefined && (state.owner === undefined || !members.has(state.owner))) return false;
  if (period === undefined) return true;
  const { closeDay } = state;
  return closeDay !== undefined && closeDay >= period.start && closeDay < period.end;
}
