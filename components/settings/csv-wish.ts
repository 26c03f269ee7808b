import type { HistoryColumns, SurveyedSheet } from '../../lib/crm/sheet';
import type { HistoryField } from '../../lib/deal/file-history/file-step';
import type { MappedField } from '../../lib/deal/mapping';
import type { Origin } from '../../lib/pipeline/columns/origin-of';
import type { CsvWish } from '../../lib/store/csv/csv-desk';
import type { CsvPlace } from '../../lib/store/csv/csv-places';
import { draftOf, hindranceOf, mappingOf, type TeachDraft } from '../site/teach-draft';

/** What the user has said of a file so far. */
export interface CsvDraft {
  /** What its rows are. */
  readonly kind: 'deals' | 'history';
  readonly teach: TeachDraft;
  readonly history: HistoryDraft;
  /** The column with the CRM's ids; empty: none chosen. */
  readonly idKey: string;
  /** Number of a known CRM, `new` for another one; empty: none chosen. */
  readonly place: string;
  /** What another one is to be called. */
  readonly name: string;
  /** The day on which the CRM wrote the file. */
  readonly on: string;
}

/** What the user has said of a history so far. */
export interface HistoryDraft {
  readonly columns: Omit<HistoryColumns, 'id'>;
  readonly whole: HistoryField;
  /** What texts of the column of fields name, where the user has said so. */
  readonly fields: Readonly<Record<string, HistoryField | null>>;
}

export type CsvHindrance =
  | 'id'
  | 'place'
  | 'taken'
  | 'on'
  | 'noDeals'
  | 'when'
  | 'to'
  | 'column'
  | 'fields'
  | NonNullable<ReturnType<typeof hindranceOf>>;

/** The draft that a file begins with: what its headings say. */
export function csvDraft(
  { survey, idKey = '', history }: SurveyedSheet,
  places: readonly CsvPlace[],
  on: string,
): CsvDraft {
  const { id, ...columns } = history.columns;
  return {
    kind: history.isLikely ? 'history' : 'deals',
    teach: draftOf(survey),
    history: { columns, whole: history.whole, fields: {} },
    idKey: history.isLikely ? id : idKey,
    place: places.length === 0 ? 'new' : '',
    name: '',
    on,
  };
}

/** What hinders that the file is shown as it would be stored; `undefined`: nothing. */
export function csvHindrance(
  draft: CsvDraft,
  sheet: SurveyedSheet & { readonly places: readonly CsvPlace[] },
  today: string,
): CsvHindrance | undefined {
  const { places } = sheet;
  const name = draft.name.trim();
  const isHistory = draft.kind === 'history';
  if (isHistory && (places.length === 0 || draft.place === 'new')) return 'noDeals';
  if (draft.place === '' || (draft.place === 'new' && name === '')) return 'place';
  // Two CRMs under one name would be taken for one another.
  if (draft.place === 'new' && places.some(({ tenant, host }) => tenant === name || host === name))
    return 'taken';
  if (draft.idKey === '') return 'id';
  if (draft.on === '' || draft.on > today) return 'on';
  return isHistory ? historyHindrance(draft, sheet) : hindranceOf(draft.teach);
}

function historyHindrance(draft: CsvDraft, sheet: SurveyedSheet): CsvHindrance | undefined {
  const { when, to, field } = draft.history.columns;
  if (when === '') return 'when';
  if (to === '') return 'to';
  const used = [draft.idKey, ...Object.values(draft.history.columns)].filter((key) => key !== '');
  if (new Set(used).size < used.length) return 'column';
  const named = Object.values(namedFields(draft.history, sheet));
  return field !== '' && named.every((one) => one === null) ? 'fields' : undefined;
}

/** What each text of the column of fields names: as the user has said, else as it is understood. */
export function namedFields(
  { columns, fields }: HistoryDraft,
  { survey, history }: SurveyedSheet,
): Readonly<Record<string, HistoryField | null>> {
  const column = survey.columns.find(({ key }) => key === columns.field);
  const understood = history.fields[columns.field] ?? {};
  return Object.fromEntries(
    (column?.values ?? []).map((text) => [
      text,
      Object.hasOwn(fields, text)
        ? (fields[text] ?? null)
        : Object.hasOwn(understood, text)
          ? (understood[text] ?? null)
          : null,
    ]),
  );
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
    sheet,
    places,
    written,
    today,
  }: {
    readonly sheet: SurveyedSheet;
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
  const place = { crm, tenant, host };
  if (draft.kind === 'history') {
    const { columns, whole } = draft.history;
    return {
      kind: 'history',
      place,
      columns: { ...columns, id: draft.idKey },
      whole,
      fields: namedFields(draft.history, sheet),
      at,
      now: Temporal.Now.instant().toString(),
      zone,
    };
  }
  const { columns, stages } = mappingOf(sheet.survey, draft.teach, at);
  return {
    kind: 'deals',
    mapping: { columns, stages },
    idKey: draft.idKey,
    at,
    place,
    today,
    zone,
  };
}

/** The user's day at an instant. */
export function dayAt(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** A draft with one column said to be another field. */
export function withField(draft: CsvDraft, key: string, field: MappedField | null): CsvDraft {
  return { ...draft, teach: { ...draft.teach, fields: { ...draft.teach.fields, [key]: field } } };
}
