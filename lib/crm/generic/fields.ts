import type { PlacedField } from '../layout';

/** What the generic reader looks for: the deal's own fields, and a few that help to read them. */
export type GenericField = PlacedField;
