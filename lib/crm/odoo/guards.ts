import { idOf, instantOf, isRecord, textOf } from '../sync/guards';
import { localDayOf } from '../sync/local-day';

/** facts.md 6, Odoo: a value that is missing is `false`, also where texts and records are kept. */
export function given(value: unknown): unknown {
  return value === false ? null : value;
}

/** Another record that a field names: `[7, "Mara Lind"]`, or `{id, display_name}` by newer calls. */
export function related(value: unknown): { readonly id: string; readonly name: string } | undefined {
  const [first, second]: readonly unknown[] = Array.isArray(value)
    ? value
    : isRecord(value)
      ? [value['id'], value['display_name']]
      : [];
  const id = idOf(first);
  const name = textOf(second);
  return id === undefined || name === undefined ? undefined : { id, name };
}

export function relatedName(value: unknown): string | undefined {
  return related(value)?.name;
}

/** facts.md 6, Odoo: instants are in UTC and do not say so. */
export function odooInstant(value: unknown): string | undefined {
  return instantOf(value, { bare: 'utc' });
}

export function odooLocalDay(value: unknown): string | undefined {
  return localDayOf(odooInstant(value));
}
