import type { ReadStep } from '../../crm/sheet';
import type { ChangeSide, ChangeValue, Deal } from '../../deal/deal';
import type { HistoryField } from '../../deal/file-history/file-step';

/** Which names of stages, people and categories the file and the deals that are here have. */
export class SharedNames {
  readonly #here = new Set<string>();
  readonly #inFile = new Set<string>();

  add(deal: Deal, steps: readonly ReadStep[]): void {
    for (const { field, from, to } of steps) {
      if (field === 'amount') continue;
      this.#here.add(nameOf(field, deal[field]));
      for (const side of [from, to]) if (side !== undefined) this.#inFile.add(nameOf(field, side.value));
    }
  }

  /** Whether either of two values is known to both. Amounts and days have no names. */
  areBoth(field: HistoryField, seen: ChangeSide, said: ChangeSide): boolean {
    if (field === 'amount' || field === 'closeOn' || field === 'outcome') return true;
    return this.#inFile.has(nameOf(field, seen.value)) || this.#here.has(nameOf(field, said.value));
  }
}

function nameOf(field: HistoryField, value: ChangeValue | undefined): string {
  return `${field} ${value}`;
}
