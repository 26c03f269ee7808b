import type { View } from './adapter';

/** A page that should show deals, and is not built as it should be. Nothing in it is of a deal. */
export interface UnknownLayout {
  readonly kind: View['kind'];
  /** Its address without host, ids and names. */
  readonly address?: string;
  /** How often the page has what its kind is known by: selector to number. */
  readonly found?: Readonly<Record<string, number>>;
}
