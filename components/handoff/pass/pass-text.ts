import type { HandoffRow } from '../../../lib/handoff/handoff-row';
import { RETURN_REASONS } from '../../../lib/handoff/return-reason';
import { t } from '../../../lib/i18n/i18n';
import { questionLabel } from '../../deal/question-label';
import { reasonText } from '../reason-text';

type Audit = HandoffRow['audit'][number];

const decisions = {
  accepted: 'pass.accepted',
  rejected: 'pass.rejected',
  recycled: 'pass.recycled',
  lapsed: 'pass.lapsed',
  undecided: 'pass.undecided',
} as const;

const rules = { 1: 'pass.rule1', 2: 'pass.rule2', 3: 'pass.rule3', 4: 'pass.rule4' } as const;

const checks = {
  'fits-profile': 'pass.fitsProfile',
  'contact-influence': 'pass.contactInfluence',
  'next-step': 'pass.nextStep',
  'fields-filled': 'pass.fieldsFilled',
  requalified: 'pass.requalified',
  'touched-in-time': 'pass.touchedInTime',
  'truly-new': 'pass.trulyNew',
  'notes-by-both': 'pass.notesByBoth',
} as const satisfies Record<Audit['check'], string>;

const answers = { yes: 'pass.yes', no: 'pass.no', unknown: 'pass.unknown' } as const;

const rests = {
  'no-field': 'pass.restNoField',
  'all-filled': 'pass.restAllFilled',
  'no-fields-known': 'pass.restNoFieldsKnown',
  'meeting-set': 'pass.restMeetingSet',
  accepted: 'pass.restAccepted',
  rejected: 'pass.restRejected',
  recycled: 'pass.restRecycled',
  lapsed: 'pass.restLapsed',
  waiting: 'pass.restWaiting',
  'in-time': 'pass.restInTime',
  late: 'pass.restLate',
  'no-touch-known': 'pass.restNoTouchKnown',
  'new-account': 'pass.restNewAccount',
  'known-account': 'pass.restKnownAccount',
  'no-account': 'pass.restNoAccount',
  'notes-not-read': 'pass.restNotesNotRead',
} as const;

/** What became of a pass. */
export function decisionText(decision: HandoffRow['decision']): string {
  return t(decisions[decision]);
}

/** By what a pass was found. */
export function ruleText(rule: HandoffRow['rule']): string {
  return t(rules[rule]);
}

/** Why a pass came back; what a CRM has written itself stays as it is. */
export function returnText(reason: string): string {
  return RETURN_REASONS.some((one) => one === reason) ? reasonText(reason).toLowerCase() : reason;
}

export function checkText(check: Audit['check']): string {
  return t(checks[check]);
}

export function answerText(answer: Audit['answer']): string {
  return t(answers[answer]);
}

/** Who passed it to whom. */
export function whoText({ from, to }: Pick<HandoffRow, 'from' | 'to'>): string {
  return t('pass.who', { from: from ?? t('pass.somebody'), to: to ?? t('pass.somebody') });
}

/** What an answer rests on. */
export function restText({ code, fields = [], reason, by }: Audit['rests']): string {
  const named = fields.map(questionLabel).join(', ');
  switch (code) {
    case 'returned':
      return t('pass.restReturned', { reason: returnText(reason ?? '') });
    case 'filled':
      return t('pass.restFilled', { fields: named });
    case 'empty':
      return t('pass.restEmpty', { fields: named });
    case 'unseen':
      return t('pass.restUnseen', { fields: named });
    case 'verdict':
      return by === undefined ? t('pass.restVerdict') : t('pass.restVerdictOf', { name: by });
    default:
      return t(rests[code]);
  }
}

/** How a day and a number are written. */
interface Writing {
  /** @param day `YYYY-MM-DD`. */
  readonly date: (day: string) => string;
  readonly count: (n: number) => string;
}

/** "Passed 10 Apr, accepted 13 Apr, after 9 working hours"; what is known as a range is told as one. */
export function whenText(row: HandoffRow, { date, count }: Writing): string {
  const { decidedAt, decision, hoursToAccept, reason, attempt } = row;
  const range = (from: string, to: string) => (from === to ? to : `${from} – ${to}`);
  const days = (from: string, to: string) => range(date(dayOf(from)), date(dayOf(to)));
  const [low, high] = [hoursToAccept?.low ?? 0, hoursToAccept?.high ?? 0].map(Math.round);
  const parts = [
    t('pass.passedOn', { day: days(row.passedNotBefore, row.passedAt) }),
    decidedAt !== null &&
      t('pass.decidedOn', {
        decision: decisionText(decision).toLowerCase(),
        day: days(row.decidedNotBefore ?? decidedAt, decidedAt),
      }),
    hoursToAccept !== null &&
      t('pass.afterHours', high ?? 0, { count: range(count(low ?? 0), count(high ?? 0)) }),
    reason !== null && returnText(reason),
  ];
  const said = parts.filter((part) => part !== false).join(', ');
  return attempt > 1 ? `${said} ${t('pass.attempt', { n: count(attempt) })}` : said;
}

/** The user's own day of an instant. */
function dayOf(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate()
    .toString();
}
