import type { Deal, FieldSource } from '../../lib/deal/deal';
import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';
import { amountText, moneyText } from './amount-text';
import { questionLabel } from './question-label';

/** One field of a deal as the drawer shows it. */
export interface FieldRow {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly source: FieldSource | undefined;
}

const texts = [
  'number',
  'account',
  'stage',
  'pipeline',
  'forecastCategory',
  'owner',
  'nextStep',
  'source',
  'channel',
  'sdr',
  'createdBy',
  'product',
  'region',
  'team',
  'lostReason',
] as const;
const dates = [
  'closeOn',
  'closedOn',
  'createdOn',
  'stageSince',
  'lastActivityOn',
  'nextStepOn',
  'contractEndOn',
] as const;
const truths = ['meetingHeld', 'hotPass'] as const;
const instants = ['firstTouchAt', 'meetingSetFor'] as const;

/** Every field that was ever shown, in the order in which a seller asks. Shown and empty is a dash; never shown is absent. */
export function fieldRows(deal: Deal, format: Format): readonly FieldRow[] {
  const shown = (name: string, label: string, text: string | null | undefined): Shown => ({
    name,
    label,
    text,
  });
  const text = (name: (typeof texts)[number]) => shown(name, t(`field.${name}`), deal[name]);
  const date = (name: (typeof dates)[number]) =>
    shown(name, t(`field.${name}`), mapShown(deal[name], format.dateWithYear));
  const instant = (name: (typeof instants)[number]) =>
    shown(name, t(`field.${name}`), mapShown(deal[name], format.instant));
  const recurring = mapShown(deal.recurringMinor, (minor) => moneyText(minor, deal, format));
  const all: readonly Shown[] = [
    shown(
      'amount',
      t('field.amount'),
      mapShown(deal.amountMinor, () => amountText(deal, format)),
    ),
    shown('recurring', t('field.recurring'), recurring),
    shown(
      'recurringPeriod',
      t('field.recurringPeriod'),
      mapShown(deal.recurringPeriod, (period) => t(`recurring.${period}`)),
    ),
    shown(
      'outcome',
      t('field.outcome'),
      mapShown(deal.outcome, (outcome) => t(`outcomes.${outcome}`)),
    ),
    shown('crmProbability', t('field.crmProbability'), mapShown(deal.crmProbability, format.percent)),
    shown(
      'kind',
      t('field.kind'),
      mapShown(deal.kind, (kind) => t(`kinds.${kind}`)),
    ),
    ...texts.map(text),
    ...dates.map(date),
    ...instants.map(instant),
    ...truths.map((name) =>
      shown(
        name,
        t(`field.${name}`),
        mapShown(deal[name], (isSo) => t(isSo ? 'common.yes' : 'common.no')),
      ),
    ),
    ...Object.entries(deal.qualification ?? {}).map(([name, value]) =>
      shown(`qualification.${name}`, questionLabel(name), value),
    ),
  ];
  return all.flatMap(({ name, label, text: said }) =>
    said === undefined
      ? []
      : [{ name, label, text: said ?? '–', source: deal.sources[storedAs[name] ?? name] }],
  );
}

interface Shown {
  readonly name: string;
  readonly label: string;
  readonly text: string | null | undefined;
}

/** Stored names that differ from the field's. */
const storedAs: Readonly<Record<string, string>> = { amount: 'amountMinor', recurring: 'recurringMinor' };

/** Keeps the difference between never shown (`undefined`) and shown and empty (`null`). */
function mapShown<T>(value: T | null | undefined, say: (value: T) => string): string | null | undefined {
  if (value === undefined) return undefined;
  return value === null ? null : say(value);
}
