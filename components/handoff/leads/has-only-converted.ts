import type { SourceLine } from '../../../lib/handoff/leads/lead-report';

/** Whether some figure's leads are not known but as deals that they became. */
export function hasOnlyConverted(figures: readonly Pick<SourceLine, 'conversion'>[]): boolean {
  return figures.some(({ conversion }) => 'kind' in conversion && conversion.kind === 'only-converted');
}
