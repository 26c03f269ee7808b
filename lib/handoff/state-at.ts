import type { Timeline } from './timeline';

/**
 * What a field was at an instant (milliseconds), a change at that instant included.
 *
 * @example stateAt({ initial: 'New', steps: [] }, 0) // 'New'
 */
export function stateAt({ initial, steps }: Timeline, instant: number): string | null {
  let state = initial;
  for (const { to, at } of steps) {
    if (at.to > instant) break;
    state = to;
  }
  return state;
}
