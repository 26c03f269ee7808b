import type { PassColumns } from './pass-columns';

/** Which passes are looked at; what is absent lets every pass through. */
export interface PassFilter {
  readonly sdr?: string;
  readonly ae?: string;
  /** Passed from or to this person. */
  readonly person?: string;
  /** Passed from or to somebody of the team. */
  readonly team?: string;
  /** One of the three classes, or as the CRM has it. */
  readonly source?: string;
}

/** A function that says whether a row is one of those that a filter lets through. */
export function isChosen(
  { from, to, teams, source: sources }: PassColumns,
  { sdr, ae, person, team, source }: PassFilter,
): (row: number) => boolean {
  const tests: ((row: number) => boolean)[] = [];
  const among = (columns: readonly Int32Array[], place: number) =>
    tests.push((row) => place >= 0 && columns.some((codes) => codes[row] === place));
  if (sdr !== undefined) among([from.codes], from.names.indexOf(sdr));
  if (ae !== undefined) among([to.codes], to.names.indexOf(ae));
  if (person !== undefined) {
    const [giver, taker] = [from.names.indexOf(person), to.names.indexOf(person)];
    tests.push((row) => (giver >= 0 && from.codes[row] === giver) || (taker >= 0 && to.codes[row] === taker));
  }
  if (source !== undefined) among([sources.codes], sources.names.indexOf(source));
  if (team !== undefined) among(teams.codes, teams.names.indexOf(team));
  return (row) => tests.every((test) => test(row));
}
