import type { CurrencyUse } from '../reporting-currency';
import { outcomes, type Columns } from './columns';
import { eachSlot } from './each-slot';
import { isCountedSlot } from './is-counted-slot';
import { unitOfWord } from './unit-of-word';

/** How many rows of the figures are in which currency, by outcome. */
export function currencyUses(columns: Columns): readonly CurrencyUse[] {
  const uses = new Map<number, number>();
  eachSlot(columns, ({ flags, unit }, at) => {
    const bits = flags[at] ?? 0;
    const name = (unit[at] ?? 0) * 4 + (bits & 3);
    if (isCountedSlot(bits)) uses.set(name, (uses.get(name) ?? 0) + 1);
  });
  return [...uses].map(([name, n]) => ({
    currency: unitOfWord(columns.words[Math.floor(name / 4)]).currency,
    outcome: outcomes[name % 4],
    n,
  }));
}
