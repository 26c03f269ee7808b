import type { ReadProblem } from '../../lib/crm/adapter';
import type { ReadAnchor } from '../../lib/crm/reader-channel';
import type { DealField } from '../../lib/deal/deal';
import { formatDate, formatPercent } from '../../lib/i18n/format';
import { t } from '../../lib/i18n/i18n';
import { dealFace, dealTitle, type DealFace } from './deal-face';
import { problemText } from './problem-text';
import { formatStatedAmount } from './stated-amount';
import { storedText } from './stored-text';

/** One line of a card: `Stage` – `Negotiation`. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Not shown on the page, or shown and empty. */
  readonly isMissing: boolean;
}

/** All that the card beside a marker says. */
export interface WhyLines {
  readonly title: string;
  readonly face: DealFace;
  readonly facts: readonly Fact[];
  /** Sentences that ask for something, each with a sign. */
  readonly warnings: readonly { readonly sign: 'unbound' | 'problem'; readonly text: string }[];
  readonly footer: string;
}

/** What the card is made of, and in which tongue. */
export interface WhyInput {
  readonly reading: ReadAnchor;
  readonly problems: readonly ReadProblem[];
  /** False while the reading waits to be stored. */
  readonly stored: boolean;
  readonly locale: string;
  /** Zone of the clock time; the user's own where it is absent. */
  readonly timeZone?: string;
}

/** The values of one reading as the page stated them, in words. What the page did not show is named, not guessed. */
export function whyLines({ reading, problems, stored, locale, timeZone }: WhyInput): WhyLines {
  const { values, approximate = [], at } = reading.read;
  const about = (field: DealField, text: string): string =>
    approximate.includes(field) ? t('overlay.about', { value: text }) : text;
  const fact = <T>(label: string, value: T | null | undefined, write: (value: T) => string): Fact =>
    value === undefined
      ? { label, value: t('overlay.notShown'), isMissing: true }
      : value === null || value === ''
        ? { label, value: t('overlay.empty'), isMissing: true }
        : { label, value: write(value), isMissing: false };
  const state = storedText(stored, problems);
  const date = (value: string): string => formatDate(value, at.slice(0, 10), locale);

  return {
    title: dealTitle(reading.read),
    face: dealFace(reading, problems.length > 0, locale),
    facts: [
      fact(t('overlay.stage'), values.stage, String),
      fact(t('overlay.amount'), values.amount, (amount) =>
        about('amount', formatStatedAmount(amount, locale)),
      ),
      values.closedOn && values.outcome !== 'open'
        ? fact(t('overlay.closed'), values.closedOn, date)
        : fact(t('overlay.close'), values.closeOn, date),
      fact(t('overlay.owner'), values.owner, String),
      ...(values.outcome === 'won' || values.outcome === 'lost'
        ? closedWith(values.crmProbability, locale)
        : []),
      { label: t('overlay.state'), value: state.text, isMissing: !state.isWhole },
    ],
    warnings: [
      ...(reading.key === undefined ? [{ sign: 'unbound' as const, text: t('overlay.unbound') }] : []),
      ...problems.map((problem) => ({ sign: 'problem' as const, text: problemText(problem) })),
    ],
    footer: t('overlay.readAt', { time: clockTime(at, locale, timeZone) }),
  };
}

/** A settled deal shows its outcome; what the CRM says beside it is kept in a line. */
function closedWith(probability: number | null | undefined, locale: string): readonly Fact[] {
  if (typeof probability !== 'number') return [];
  return [
    { label: t('overlay.crmProbability'), value: formatPercent(probability, locale), isMissing: false },
  ];
}

function clockTime(instant: string, locale: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(instant));
}
