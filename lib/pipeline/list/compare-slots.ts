import { chunkSize, outcomes, type Chunk, type Columns } from '../columns/columns';
import { pricedSlots } from '../columns/priced-slots';
import type { ListSource, Sorting } from './deal-list';

/**
 * The order of a list: what is unknown comes last in both directions; amounts in different currencies are not compared
 * but grouped, by currency, then by size; what is equal stays in the order of slots.
 */
export function compareSlots(
  source: ListSource,
  { column, descending }: Sorting,
  locale: string,
): (a: number, b: number) => number {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = descending ? -1 : 1;
  const { chunks } = source.columns;
  const at = <Value>(slot: number, read: (chunk: Chunk, place: number, n: number) => Value) => {
    const n = Math.floor(slot / chunkSize);
    const chunk = chunks[n];
    return chunk === undefined ? undefined : read(chunk, slot % chunkSize, n);
  };
  const compare = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : sign * (a - b);

  if (column === 'name') {
    const name = (slot: number) =>
      at(slot, (_, place, n) => source.texts?.names[n]?.[place] || source.texts?.accounts[n]?.[place]);
    return (a, b) => {
      const [one, other] = [name(a), name(b)];
      return one && other
        ? sign * collator.compare(one, other) || a - b
        : Number(!one) - Number(!other) || a - b;
    };
  }
  const valueOf = slotValue(source.columns, column, collator);
  const value = (slot: number) => at(slot, valueOf);
  if (column !== 'amount') return (a, b) => compare(value(a), value(b)) || a - b;
  const pricedOf = pricedSlots(source.columns);
  const unit = (slot: number) => at(slot, pricedOf)?.unit ?? '';
  return (a, b) => {
    const [one, other] = [value(a), value(b)];
    const isKnown = one !== undefined && other !== undefined;
    return (isKnown ? compareUnits(unit(a), unit(b), collator) : 0) || compare(one, other) || a - b;
  };
}

function slotValue(
  { words }: Columns,
  column: Exclude<Sorting['column'], 'name'>,
  collator: Intl.Collator,
): (chunk: Chunk, place: number) => number | undefined {
  const known = (value: number | undefined, least: number) =>
    value === undefined || value < least ? undefined : value;
  switch (column) {
    case 'amount':
      return (chunk, place) => {
        const minor = chunk.amountMinor[place] ?? Number.NaN;
        return Number.isNaN(minor) ? undefined : minor;
      };
    case 'odds':
      return (chunk, place) => known(chunk.oddsMillionths[place], 0);
    case 'read':
      return (chunk, place) => chunk.seenMicros[place];
    case 'date':
      // As rows show it: the closing day of a closed one where it is known, else the close date.
      return (chunk, place) => {
        const isOpen = outcomes[(chunk.flags[place] ?? 0) & 3] === 'open';
        return (isOpen ? undefined : known(chunk.closedOn[place], 2)) ?? known(chunk.closeOn[place], 2);
      };
    case 'outcome': {
      const ranks = ranksOf(
        outcomes.map((outcome) => outcome ?? ''),
        collator,
      );
      return (chunk, place) => known(ranks[(chunk.flags[place] ?? 0) & 3], 0);
    }
    case 'stage':
    case 'owner': {
      const ranks = ranksOf(words, collator);
      return (chunk, place) => known(ranks[chunk[column][place] ?? 0], 0);
    }
  }
}

/** The place of each text in their order; equal texts have one place, an empty one none (-1). */
function ranksOf(texts: readonly string[], collator: Intl.Collator): readonly number[] {
  const order = [...new Set(texts)].toSorted((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
  const ranks = new Map(order.map((text, rank) => [text, text === '' ? -1 : rank]));
  return texts.map((text) => ranks.get(text) ?? -1);
}

/** By code; what has none comes last, by its sign and the CRM that shows it. */
function compareUnits(a: string, b: string, collator: Intl.Collator): number {
  if (a === b) return 0;
  const isBare = (unit: string) => Number(unit.startsWith('~'));
  return isBare(a) - isBare(b) || collator.compare(a, b) || (a < b ? -1 : 1);
}
