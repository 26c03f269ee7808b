import { t } from '../../lib/i18n/i18n';
import { Hidden } from './Hidden';

/** Stands where a figure is not known: a dash for the eye, words for the ear. */
export function Dash() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <Hidden>{t('money.unknown')}</Hidden>
    </>
  );
}
