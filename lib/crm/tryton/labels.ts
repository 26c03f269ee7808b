/** Columns of a list of opportunities that we read. */
export type TrytonColumn =
  | 'number'
  | 'description'
  | 'party'
  | 'employee'
  | 'start_date'
  | 'end_date'
  | 'amount'
  | 'state'
  | 'conversion_probability';

/** What Tryton calls them on the screen, in English and German: cells carry nothing else that names their field. */
const labels: Readonly<Record<TrytonColumn, readonly string[]>> = {
  number: ['Number', 'Nummer'],
  description: ['Description', 'Beschreibung'],
  party: ['Party', 'Partei'],
  employee: ['Employee', 'Mitarbeiter'],
  start_date: ['Start Date', 'Startdatum'],
  end_date: ['End Date', 'Enddatum'],
  amount: ['Amount', 'Betrag'],
  state: ['State', 'Status'],
  conversion_probability: ['Conversion Probability', 'Umwandlungswahrscheinlichkeit'],
};

const columns = new Map(
  (Object.keys(labels) as TrytonColumn[]).flatMap((column) => labels[column].map((label) => [label, column])),
);

/** The column behind a cell's label (`Amount: `), or `undefined` for one that we do not read. */
export function columnOfLabel(label: string): TrytonColumn | undefined {
  return columns.get(label.trim().replace(/\s*:$/, ''));
}
