import type { LeadColumns } from '../../lib/deal/lead-columns';
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
  readonly kind: CsvWish['kind'];
  readonly teach: TeachDraft;
  readonly history: HistoryDraft;
  readonly leads: LeadColumns;
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
  | 'leads'
  | NonNullable<ReturnType<typeof hindranceOf>>;

/** The draft that a file begins with: what its headings say. */
export function csvDraft(sheet: SurveyedSheet, places: readonly CsvPlace[], on: string): CsvDraft {
  const { survey, history, leads } = sheet;
  const { id: _, ...columns } = history.columns;
  const kind = history.isLikely ? 'history' : leads.isLikely ? 'leads' : 'deals';
  return {
    kind,
    teach: draftOf(survey),
    history: { columns, whole: history.whole, fields: {} },
    leads: leads.columns,
    idKey: idKeyOf(kind, sheet),
    place: places.length === 0 ? 'new' : '',
    name: '',
    on,
  };
}

/** The column of ids that the headings name for a file of this kind; empty: none. */
function idKeyOf(kind: CsvDraft['kind'], { idKey = '', history, leads }: SurveyedSheet): string {
  if (kind === 'leads') return leads.idKey;
  return kind === 'history' && history.isLikely ? history.columns.id : idKey;
}

/** A draft of rows that are said to be something else. */
export function withKind(draft: CsvDraft, kind: CsvDraft['kind'], sheet: SurveyedSheet): CsvDraft {
  return { ...draft, kind, idKey: idKeyOf(kind, sheet) || draft.idKey };
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
  const hasDeals = places.some(({ deals, withoutId }) => deals + withoutId > 0);
  if (isHistory && (!hasDeals || draft.place === 'new')) return 'noDeals';
  if (draft.place === '' || (draft.place === 'new' && name === '')) return 'place';
  // Two CRMs under one name would be taken for one another.
  if (draft.place === 'new' && places.some(({ tenant, host }) => tenant === name || host === name))
    return 'taken';
  if (draft.idKey === '') return 'id';
  if (draft.on === '' || draft.on > today) return 'on';
  if (draft.kind === 'leads') return leadsHindrance(draft);
  return isHistory ? historyHindrance(draft, sheet) : hindranceOf(draft.teach);
}

/** Without a day or a deal a lead is in no figure. */
function leadsHindrance({ idKey, leads }: CsvDraft): CsvHindrance | undefined {
  const used = [idKey, ...Object.values(leads)].filter((key) => key !== '');
  if (new Set(used).size < used.length) return 'column';
  return leads.createdOn === '' && leads.convertedTo === '' ? 'leads' : undefined;
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
  if (draft.kind === 'leads')
    return { kind: 'leads', place, columns: draft.leads, idKey: draft.idKey, at, zone };
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
