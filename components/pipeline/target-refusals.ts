import type { RefusedCell } from '../../lib/pipeline/targets/parse-targets';

/** The sentence for each reason not to take a target. */
export const targetRefusals = {
  unreadable: 'target.unreadable',
  'two-ways': 'target.twoWays',
  currency: 'target.wrongCurrency',
  'not-a-target': 'target.notATarget',
  period: 'target.unknownPeriod',
  'no-name': 'target.noName',
  'several-segments': 'target.severalSegments',
} as const satisfies Record<RefusedCell['why'], string>;
