/** What the fields in a place hold, as one text; choices to tick say nothing. */
export function fieldValues(place: Element): string {
  const fields = place.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input:not([type=checkbox]):not([type=radio]):not([type=hidden]),select',
  );
  return [...fields]
    .map(({ value }) => value.trim())
    .join(' ')
    .trim();
}
