import type { Outcome } from '../../lib/deal/deal';
import type { MappedField, Mapping, Survey } from '../../lib/deal/mapping';

/** What the user has chosen so far. */
export interface TeachDraft {
  readonly fields: Readonly<Record<string, MappedField | null>>;
  /** Stages in the order chosen so far; those that are new to it come last. */
  readonly order: readonly string[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** The draft that changes nothing. */
export function draftOf({ columns, outcomes }: Survey): TeachDraft {
  return { fields: Object.fromEntries(columns.map(({ key, field }) => [key, field])), order: [], outcomes };
}

/** The stages of the column that is chosen for them, in the order chosen. */
export function stagesOf({ columns }: Survey, { fields, order }: TeachDraft): readonly string[] {
  const values = columns.find(({ key }) => fields[key] === 'stage')?.values ?? [];
  return [
    ...order.filter((stage) => values.includes(stage)),
    ...values.filter((stage) => !order.includes(stage)),
  ];
}

/** What hinders that the draft is used; `undefined`: nothing. */
export function hindranceOf(
  draft: TeachDraft,
  kind: Survey['kind'] = 'list',
): 'name' | 'stage' | 'twice' | undefined {
  if (twiceIn(draft) !== undefined) return 'twice';
  const chosen = Object.values(draft.fields);
  // A record's heading names it.
  if (kind !== 'record' && !chosen.includes('name')) return 'name';
  return chosen.includes('stage') || chosen.includes('amount') || chosen.includes('status')
    ? undefined
    : 'stage';
}

/** The first field that two columns are said to show; `undefined`: there is none. */
export function twiceIn({ fields }: TeachDraft): MappedField | undefined {
  const chosen = Object.values(fields).filter((field) => field !== null);
  return chosen.find((field, nth) => chosen.indexOf(field) < nth);
}

/** The draft as it is kept. */
export function mappingOf(survey: Survey, draft: TeachDraft, at: string): Mapping {
  const { tenant, view } = survey;
  const stages = stagesOf(survey, draft).map((name) => ({ name, outcome: draft.outcomes[name] ?? null }));
  return { tenant, view, columns: draft.fields, stages, at };
}
