import type { MappedField, Survey } from '../../lib/deal/mapping';
import type { Origin } from '../../lib/pipeline/columns/origin-of';
import type { CsvPlace, CsvWish } from '../../lib/store/csv/csv-desk';
import { hindranceOf, mappingOf, type TeachDraft } from '../site/teach-draft';

/** What the user has said of a file so far. */
export interface CsvDraft {
  readonly teach: TeachDraft;
  /** The column with the CRM's ids; empty: none chosen. */
  readonly idKey: string;
  /** Number of a known CRM, `new` for another one; empty: none chosen. */
  readonly place: string;
  /** What another one is to be called. */
  readonly name: string;
  /** The day on which the CRM wrote the file. */
  readonly on: string;
}

export type CsvHindrance = 'id' | 'place' | 'taken' | 'on' | NonNullable<ReturnType<typeof hindranceOf>>;

/** What hinders that the file is shown as it would be stored; `undefined`: nothing. */
export function csvHindrance(
  draft: CsvDraft,
  places: readonly CsvPlace[],
  today: string,
): CsvHindrance | undefined {
  const name = draft.name.trim();
  if (draft.place === '' || (draft.place === 'new' && name === '')) return 'place';
  // Two CRMs under one name would be taken for one another.
  if (draft.place === 'new' && places.some(({ tenant, host }) => tenant === name || host === name))
    return 'taken';
  if (draft.idKey === '') return 'id';
  if (draft.on === '' || draft.on > today) return 'on';
  return hindranceOf(draft.teach);
}

/** Where the file's deals belong. */
export function placeOf({ place, name }: CsvDraft, places: readonly CsvPlace[]): Origin & Partial<CsvPlace> {
  const called = name.trim();
  return places[place === 'new' ? -1 : Number(place)] ?? { crm: 'file', tenant: called, host: called };
}

/**
 * What is asked of the file.
 *
 * @param written Instant at which the file was written, by its own word. On another day than the user says it is taken
 *   to be the beginning of that day: nothing that was read since may be overwritten.
 */
export function wishOf(
  draft: CsvDraft,
  {
    survey,
    places,
    written,
    today,
  }: {
    readonly survey: Survey;
    readonly places: readonly CsvPlace[];
    readonly written: string;
    readonly today: string;
  },
): CsvWish {
  const zone = Temporal.Now.timeZoneId();
  const isAsWritten = dayAt(written, zone) === draft.on;
  const at = isAsWritten
    ? written
    : Temporal.PlainDate.from(draft.on).toZonedDateTime(zone).toInstant().toString();
  const { crm, tenant, host } = placeOf(draft, places);
  const { columns, stages } = mappingOf(survey, draft.teach, at);
  return { mapping: { columns, stages }, idKey: draft.idKey, at, place: { crm, tenant, host }, today, zone };
}

/** The user's day at an instant. */
export function dayAt(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** A draft with one column said to be another field. */
export function withField(draft: CsvDraft, key: string, field: MappedField | null): CsvDraft {
  return { ...draft, teach: { ...draft.teach, fields: { ...draft.teach.fields, [key]: field } } };
}
