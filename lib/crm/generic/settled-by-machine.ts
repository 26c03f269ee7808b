import type { StatedAmount } from '../../deal/deal';
import { parseAmount } from '../parse/parse-amount';
import type { Reading } from '../parse/reading';
import type { Cell } from './read-values';

/**
 * Settles a doubtful amount by a value that the markup carries (`data-value="36340"`), and only if it equals one of the
 * two meanings of what is shown: such values may be cents, or another currency, and then equal neither.
 */
export function settledByMachine(
  reading: Reading<StatedAmount>,
  cell: Cell,
  currency: string | undefined,
): Reading<StatedAmount> {
  if (reading.kind !== 'ambiguous') return reading;
  const text = cell.shown.lines.join('\n');
  for (const machine of cell.shown.machineValues) {
    if (!/^-?\d{1,15}(?:\.\d{1,9})?$/.test(machine)) continue;
    for (const decimalSign of ['.', ','] as const) {
      const meant = parseAmount(text, { decimalSign, currency });
      if (meant.kind === 'value' && Number(meant.value.decimal) === Number(machine)) return meant;
    }
  }
  return reading;
}
