import type { Completeness } from './completeness';
import type { Decision } from './decide';
import { isFiller } from './is-filler';
import type { DealInput, FieldValue } from './request';
import type { RestCode, Rests } from './rests';

export const AUDIT_CHECKS = [
  'fits-profile',
  'contact-influence',
  'next-step',
  'fields-filled',
  'requalified',
  'touched-in-time',
  'truly-new',
  'notes-by-both',
] as const;

export interface AuditItem {
  readonly check: (typeof AUDIT_CHECKS)[number];
  readonly answer: 'yes' | 'no' | 'unknown';
  /** In the command line's own words. */
  readonly because: string;
  /** The same for a screen to say in its user's language. */
  readonly rests: Rests;
}

/** What the list is made of. */
export interface Known {
  readonly deal: DealInput;
  readonly decision: Decision;
  readonly reason: string | null;
  readonly completeness: Completeness | null;
  readonly timely: boolean | null;
  readonly trulyNew: boolean | null;
}

type Answer = readonly [AuditItem['answer'], string, Rests];

/** The audit list of one pass, in the order of {@link AUDIT_CHECKS}: what each answer rests on, or that nothing tells. */
export function audit(known: Known): readonly AuditItem[] {
  const answers: Record<AuditItem['check'], Answer> = {
    'fits-profile': fits(known),
    'contact-influence': influence(known),
    'next-step': nextStep(known),
    'fields-filled': filled(known.completeness),
    requalified: requalified(known.decision),
    'touched-in-time': byFact(known.timely, [
      ['touched within the agreed hours', 'in-time'],
      ['not touched within the agreed hours', 'late'],
      ['no touch on record that tells', 'no-touch-known'],
    ]),
    'truly-new': trulyNew(known),
    'notes-by-both': ['unknown', 'notes are not read', { code: 'notes-not-read' }],
  };
  return AUDIT_CHECKS.map((check) => {
    const [answer, because, rests] = answers[check];
    return { check, answer, because, rests };
  });
}

const noField: Answer = ['unknown', 'no field tells', { code: 'no-field' }];

function fits({ reason, completeness }: Known): Answer {
  if (reason === 'not fit') return ['no', 'returned as not fit', { code: 'returned', reason }];
  return fieldAnswer(completeness, ['fit', 'profile', 'icp']) ?? noField;
}

function influence({ reason, completeness }: Known): Answer {
  if (reason === 'no authority')
    return ['no', 'returned for lack of authority', { code: 'returned', reason }];
  return fieldAnswer(completeness, ['authority', 'contact']) ?? noField;
}

function nextStep({ deal, completeness }: Known): Answer {
  if (deal.meetingSetFor !== null) return ['yes', 'a meeting was set', { code: 'meeting-set' }];
  return fieldAnswer(completeness, ['nextstep']) ?? noField;
}

function filled(completeness: Completeness | null): Answer {
  if (completeness === null)
    return ['unknown', 'no qualification field is known', { code: 'no-fields-known' }];
  const { empty, unseen } = completeness;
  if (empty.length === 0 && unseen.length > 0)
    return ['unknown', `not known: ${unseen.join(', ')}`, { code: 'unseen', fields: unseen }];
  if (empty.length === 0) return ['yes', 'every field was filled at the pass', { code: 'all-filled' }];
  return ['no', `empty at the pass: ${empty.join(', ')}`, { code: 'empty', fields: empty }];
}

function requalified({ kind, basis, by, evidence }: Decision): Answer {
  if (kind === 'undecided') return ['unknown', evidence, { code: 'waiting' }];
  const rests: Rests =
    basis === 'verdict' ? { code: 'verdict', ...(by === null ? {} : { by }) } : { code: kind };
  return [kind === 'accepted' ? 'yes' : 'no', evidence, rests];
}

function trulyNew({ reason, trulyNew: isNew }: Known): Answer {
  if (reason === 'duplicate' || reason === 'existing customer')
    return ['no', `returned: ${reason}`, { code: 'returned', reason }];
  return byFact(isNew, [
    ['no open or recently lost deal of the account', 'new-account'],
    ['the account had an open or recently lost deal', 'known-account'],
    ['the account or its creation is not known', 'no-account'],
  ]);
}

type Because = readonly [string, RestCode];

function byFact(fact: boolean | null, because: readonly [Because, Because, Because]): Answer {
  const [text, code] = because[fact === null ? 2 : fact ? 0 : 1];
  return [fact === null ? 'unknown' : fact ? 'yes' : 'no', text, { code }];
}

/** By the first of the names that holds something; `no` where the fields are there and all are empty. */
function fieldAnswer(completeness: Completeness | null, names: readonly string[]): Answer | undefined {
  if (completeness === null) return undefined;
  const asked = new Map<string, FieldValue>();
  for (const id of completeness.empty) asked.set(plain(id), null);
  for (const [id, value] of Object.entries(completeness.values)) asked.set(plain(id), value);
  const known = names.filter((name) => asked.has(name));
  const holding = known.find((name) => !isFiller(asked.get(name)) && asked.get(name) !== 'no');
  if (holding !== undefined)
    return ['yes', `${holding} was filled at the pass`, { code: 'filled', fields: [holding] }];
  return known.length === 0
    ? undefined
    : ['no', `${known.join(', ')} was empty at the pass`, { code: 'empty', fields: known }];
}

/** Letters alone. The few fields of a team are asked for again and again. */
function plain(id: string): string {
  const known = plainIds.get(id);
  if (known !== undefined) return known;
  const letters = id.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (plainIds.size < 1000) plainIds.set(id, letters);
  return letters;
}

const plainIds = new Map<string, string>();
