import type { Deal } from '../../deal/deal';
import { segmentFields, type Segments } from './segments';

/**
 * The segments that a deal is in now: nothing keeps the past of these fields. What was never shown, and what was shown
 * empty, is in none.
 */
export function segmentsOf(deal: Deal): Segments {
  const own: { -readonly [Field in keyof Segments]: Segments[Field] } = {};
  for (const field of segmentFields) {
    const value = deal[field];
    if (value) own[field] = value;
  }
  return own;
}
