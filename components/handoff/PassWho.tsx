import { t } from '../../lib/i18n/i18n';
import type { Format } from '../ui/format-context';
import css from './HandoffsView.module.css';

/** Who passed it to whom. */
export function PassWho({ from, to }: { from: string | null; to: string | null }) {
  return (
    <>
      {from ?? t('handoffs.unknownPerson')} <span className={css.grey}>{t('handoffs.to')}</span>{' '}
      {to ?? t('handoffs.unknownPerson')}
    </>
  );
}

/** The day of a pass by the user's clock; where it is known as a range, from when to when. */
export function passDay(
  { from, to }: { readonly from: number; readonly to: number },
  format: Format,
): string {
  const day = (milliseconds: number) =>
    format.date(
      Temporal.Instant.fromEpochMilliseconds(milliseconds)
        .toZonedDateTimeISO(Temporal.Now.timeZoneId())
        .toPlainDate()
        .toString(),
    );
  const [first, last] = [day(from), day(to)];
  return first === last ? last : `${first} – ${last}`;
}
