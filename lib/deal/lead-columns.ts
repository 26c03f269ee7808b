/** What a column of a sheet of leads may say, beside the lead's own id. */
export const leadColumns = [
  'name',
  'createdOn',
  'owner',
  'source',
  'channel',
  'status',
  'qualifiedOn',
  'convertedOn',
  'convertedTo',
  'convertedBy',
] as const;
export type LeadColumn = (typeof leadColumns)[number];

/** Columns by their keys; empty: none. */
export type LeadColumns = Readonly<Record<LeadColumn, string>>;
