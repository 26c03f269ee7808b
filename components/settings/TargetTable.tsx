import { useState } from 'react';
import type { Period } from '../../lib/pipeline/glance';
import { periodId } from '../../lib/pipeline/targets/period-id';
import { targetOn, type TargetSum } from '../../lib/pipeline/targets/target-on';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { scopeText } from '../pipeline/scope-text';
import { TargetForm } from '../pipeline/TargetForm';
import { Button, IconButton } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { Hidden } from '../ui/Hidden';
import { Icon } from '../ui/Icon';
import css from './SettingsView.module.css';

/** One line for each of the scopes, and for whatever else of their kind has a target in the period. */
export function TargetTable(props: {
  /** Everyone, teams and persons, or the segments of a field. */
  scopes: readonly string[];
  isOfKind: (scope: string) => boolean;
  period: Period;
  currency: string;
}) {
  const platform = usePlatform();
  const format = useFormat();
  const targets = useLive(platform.targets) ?? [];
  const { period } = props;
  const named = targets.filter((target) => target.period === periodId(period)).map(({ scope }) => scope);
  const scopes = new Set([...props.scopes, ...named.filter(props.isOfKind)]);
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('target.whose')}</th>
            <th scope="col" className={css.right}>
              {t('target.target')}
            </th>
            <th scope="col" className={css.last}>
              <Hidden>{t('target.change')}</Hidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...scopes].map((scope) => (
            <TargetRow
              key={`${scope} ${period.start}`}
              scope={scope}
              period={period}
              currency={props.currency}
              target={targetOn(targets, { scope, period, on: format.today })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TargetRow(props: {
  scope: string;
  period: Period;
  currency: string;
  target: TargetSum | undefined;
}) {
  const platform = usePlatform();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const { scope, period, target } = props;
  const name = scopeText(scope);
  const none = {
    scope,
    period: periodId(period),
    from: format.today,
    amountMinor: null,
    currency: target?.currency ?? props.currency,
  };
  return (
    <tr data-testid="target-row" data-scope={scope}>
      <th scope="row" className={css.host}>
        {name}
      </th>
      {isOpen ? (
        <td colSpan={2}>
          <TargetForm
            scope={scope}
            period={period}
            currency={target?.currency ?? props.currency}
            onSaved={() => setIsOpen(false)}
          />
        </td>
      ) : (
        <>
          <td className={css.right}>
            {target === undefined ? (
              <span className={css.muted}>–</span>
            ) : (
              <>
                {format.exact(target.amountMinor, target.currency)}
                {target.isSum && <span className={css.muted}> {t('target.isSum')}</span>}
              </>
            )}
          </td>
          <td className={css.last}>
            <Button
              slim
              look="quiet"
              data-testid="target-edit"
              aria-label={t(target === undefined ? 'target.editOf' : 'target.changeOf', { name })}
              onClick={() => setIsOpen(true)}
            >
              {target === undefined ? t('target.enter') : t('target.change')}
            </Button>
            {target !== undefined && !target.isSum && (
              <IconButton
                label={t('target.removeOf', { name })}
                onClick={() => void platform.saveTargets([none])}
              >
                <Icon name="close" />
              </IconButton>
            )}
          </td>
        </>
      )}
    </tr>
  );
}
