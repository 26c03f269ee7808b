import { segmentFields, type Segment } from './segments';

/**
 * The segment that a scope names (see `scopeId`); `undefined` where it is everything, a team or a person.
 *
 * @example segmentOfScope('region:DACH: south') // { field: 'region', value: 'DACH: south' }
 */
export function segmentOfScope(id: string): Segment | undefined {
  const end = id.indexOf(':');
  const field = segmentFields.find((name) => name === id.slice(0, end));
  const value = id.slice(end + 1);
  return field === undefined || value === '' ? undefined : { field, value };
}
