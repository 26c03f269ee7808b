import type { SyncPage } from '../adapter';
import { ifGranted } from '../sync/caller';
import { decimalOf, idOf, textOf } from '../sync/guards';
import { brokenStep, historyOf, type Step, type Track } from '../sync/history-of';
import { given, odooInstant, related, relatedName } from './guards';
import type { OdooRpc, Row } from './rpc';

/** Fields whose changes Odoo notes, where it is not told otherwise: all but the close date, which a team may add. */
const fieldNames = ['stage_id', 'user_id', 'expected_revenue', 'date_deadline'] as const;
type FieldName = (typeof fieldNames)[number];

/** Present names of stages and people by id: a note has the name of its own time. */
export interface OdooNames {
  readonly stages: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

const kinds = ['char', 'integer', 'float', 'datetime'];
const trackedFields = ['field_id', ...kinds.flatMap((kind) => [`old_value_${kind}`, `new_value_${kind}`])];

/** Numbers that the notes have for the fields; `undefined` where the user may not read the notes. */
export async function readFieldNumbers(rpc: OdooRpc): Promise<ReadonlyMap<string, FieldName> | undefined> {
  const domain = [
    ['model', '=', 'crm.lead'],
    ['name', 'in', fieldNames],
  ];
  const rows = await ifGranted(rpc.search('ir.model.fields', domain, { fields: ['name'] }));
  return (
    rows &&
    new Map(
      rows.flatMap((row) => {
        const id = idOf(row['id']);
        const name = fieldNames.find((one) => one === row['name']);
        return id === undefined || name === undefined ? [] : [[id, name] as const];
      }),
    )
  );
}

/** facts.md 6, Odoo: changes are noted in `mail.tracking.value`, each under a message of its record. */
export async function readHistories(
  rpc: OdooRpc,
  rows: readonly Row[],
  { until, names, numbers }: { until: string; names: OdooNames; numbers: ReadonlyMap<string, FieldName> },
): Promise<SyncPage['histories'] | undefined> {
  const domain = [
    ['model', '=', 'crm.lead'],
    ['res_id', 'in', rows.map(({ id }) => id)],
    ['tracking_value_ids', '!=', false],
  ];
  const fields = ['res_id', 'date', 'tracking_value_ids'];
  const messages = await ifGranted(rpc.search('mail.message', domain, { fields, order: 'id asc' }));
  if (messages === undefined) return undefined;
  const ids = messages.flatMap(({ tracking_value_ids: noted }) => (Array.isArray(noted) ? noted : []));
  const notes = await ifGranted(
    rpc.search('mail.tracking.value', [['id', 'in', ids]], { fields: trackedFields }),
  );
  if (notes === undefined) return undefined;
  const noteOf = new Map(notes.map((note) => [note['id'], note]));
  return rows.flatMap((row) => {
    const id = idOf(row['id']);
    if (id === undefined) return [];
    const tracks = tracksOf(
      row,
      messages.filter((message) => message['res_id'] === row['id']),
      { noteOf, names, numbers },
    );
    const history = historyOf(tracks, until);
    return history === undefined ? [] : [{ id, history }];
  });
}

interface Notes {
  readonly noteOf: ReadonlyMap<unknown, Row>;
  readonly names: OdooNames;
  readonly numbers: ReadonlyMap<string, FieldName>;
}

function tracksOf(row: Row, messages: readonly Row[], { noteOf, names, numbers }: Notes): Track[] {
  const steps = new Map<FieldName, Step[]>();
  for (const { date, tracking_value_ids: noted } of messages) {
    const at = odooInstant(date);
    for (const note of Array.isArray(noted) ? noted.map((id) => noteOf.get(id)) : []) {
      const name = numbers.get(related(note?.['field_id'])?.id ?? '');
      if (note === undefined || name === undefined) continue;
      const [from, to] = [sideOf(note, 'old', { name, names }), sideOf(note, 'new', { name, names })];
      const step = at === undefined || from === undefined || to === undefined ? brokenStep : { at, from, to };
      steps.set(name, [...(steps.get(name) ?? []), step]);
    }
  }
  const stage = related(row['stage_id']);
  const owner = related(row['user_id']);
  return [
    { field: 'stage', steps: steps.get('stage_id') ?? [], now: stage ? stage.name : null },
    { field: 'owner', steps: steps.get('user_id') ?? [], now: owner ? owner.name : null },
    {
      field: 'amount',
      steps: steps.get('expected_revenue') ?? [],
      now: decimalOf(row['expected_revenue']) ?? null,
      currency: relatedName(row['company_currency']),
    },
    { field: 'closeOn', steps: steps.get('date_deadline') ?? [], now: textOf(row['date_deadline']) ?? null },
  ];
}

/** What a field was before, or after, a note; `undefined` where the note is not as we know it. */
function sideOf(
  note: Row,
  side: 'old' | 'new',
  { name, names }: { name: FieldName; names: OdooNames },
): string | null | undefined {
  const value = (kind: string) => given(note[`${side}_value_${kind}`]);
  switch (name) {
    case 'expected_revenue':
      return decimalOf(value('float'));
    case 'date_deadline': {
      const day = value('datetime');
      return day === null ? null : odooInstant(day)?.slice(0, 10);
    }
    case 'stage_id':
    case 'user_id': {
      const id = value('integer');
      if (id === 0 || id === null) return null;
      const known = name === 'stage_id' ? names.stages : names.people;
      return known.get(idOf(id) ?? '') ?? textOf(value('char'));
    }
  }
}
