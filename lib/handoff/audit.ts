import type { Completeness } from './completeness';
import type { Decision } from './decide';
import { isFiller } from './is-filler';
import type { DealInput, FieldValue } from './request';

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
  readonly because: string;
}

interface Known {
  readonly deal: DealInput;
  readonly decision: Decision;
  readonly reason: string | null;
  readonly completeness: Completeness | null;
  readonly timely: boolean | null;
  readonly trulyNew: boolean | null;
}

type Answer = readonly [AuditItem['answer'], string];

/** The audit list of one pass, in the order of {@link AUDIT_CHECKS}: what each answer rests on, or that nothing tells. */
export function audit(known: Known): readonly AuditItem[] {
  const answers: Record<AuditItem['check'], Answer> = {
    'fits-profile': fits(known),
    'contact-influence': influence(known),
    'next-step': nextStep(known),
    'fields-filled': filled(known.completeness),
    requalified: requalified(known.decision),
    'touched-in-time': byFact(known.timely, [
      'touched within the agreed hours',
      'not touched within the agreed hours',
      'no touch on record that tells',
    ]),
    'truly-new': trulyNew(known),
    'notes-by-both': ['unknown', 'notes are not read'],
  };
  return AUDIT_CHECKS.map((check) => ({ check, answer: answers[check][0], because: answers[check][1] }));
}

function fits({ reason, completeness }: Known): Answer {
  if (reason === 'not fit') return ['no', 'returned as not fit'];
  return fieldAnswer(completeness, ['fit', 'profile', 'icp']) ?? ['unknown', 'no field tells'];
}

function influence({ reason, completeness }: Known): Answer {
  if (reason === 'no authority') return ['no', 'returned for lack of authority'];
  return fieldAnswer(completeness, ['authority', 'contact']) ?? ['unknown', 'no field tells'];
}

function nextStep({ deal, completeness }: Known): Answer {
  if (deal.meetingSetFor !== null) return ['yes', 'a meeting was set'];
  return fieldAnswer(completeness, ['nextstep']) ?? ['unknown', 'no field tells'];
}

function filled(completeness: Completeness | null): Answer {
  if (completeness === null) return ['unknown', 'no qualification field is known'];
  if (completeness.empty.length === 0) return ['yes', 'every field was filled at the pass'];
  return ['no', `empty at the pass: ${completeness.empty.join(', ')}`];
}

function requalified({ kind, evidence }: Decision): Answer {
  if (kind === 'undecided') return ['unknown', evidence];
  return [kind === 'accepted' ? 'yes' : 'no', evidence];
}

function trulyNew({ reason, trulyNew: isNew }: Known): Answer {
  if (reason === 'duplicate' || reason === 'existing customer') return ['no', `returned: ${reason}`];
  return byFact(isNew, [
    'no open or recently lost deal of the account',
    'the account had an open or recently lost deal',
    'the account or its creation is not known',
  ]);
}

function byFact(fact: boolean | null, because: readonly [string, string, string]): Answer {
  if (fact === null) return ['unknown', because[2]];
  return fact ? ['yes', because[0]] : ['no', because[1]];
}

/** By the first of the names that holds something; `no` where the fields are there and all are empty. */
function fieldAnswer(completeness: Completeness | null, names: readonly string[]): Answer | undefined {
  if (completeness === null) return undefined;
  const asked = new Map<string, FieldValue>();
  for (const id of completeness.empty) asked.set(plain(id), null);
  for (const [id, value] of Object.entries(completeness.values)) asked.set(plain(id), value);
  const known = names.filter((name) => asked.has(name));
  const holding = known.find((name) => !isFiller(asked.get(name)) && asked.get(name) !== 'no');
  if (holding !== undefined) return ['yes', `${holding} was filled at the pass`];
  return known.length === 0 ? undefined : ['no', `${known.join(', ')} was empty at the pass`];
}

function plain(id: string): string {
  return id.toLowerCase().replaceAll(/[^a-z]/g, '');
}
