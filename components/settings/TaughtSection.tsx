import type { Mapping } from '../../lib/deal/mapping';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { useLive } from '../hooks/use-live';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { Hidden } from '../ui/Hidden';
import { Section } from './Section';
import css from './SettingsView.module.css';

/** The pages whose fields the user has confirmed, to be handed to colleagues or forgotten. */
export function TaughtSection() {
  const platform = usePlatform();
  const mappings = useLive(platform.mappings) ?? [];
  const [state, run] = useAction();
  if (mappings.length === 0) return null;
  return (
    <Section name="taught" title={t('lists.title')} means={t('lists.means')}>
      <div className={css.scroll}>
        <table className={css.table} data-testid="taught-lists">
          <thead>
            <tr>
              <th scope="col">{t('lists.list')}</th>
              <th scope="col" className={css.right}>
                {t('lists.columns')}
              </th>
              <th scope="col" className={css.lately}>
                {t('lists.said')}
              </th>
              <th scope="col" className={css.last}>
                <Hidden>{t('lists.forget')}</Hidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {mappings.map((mapping) => (
              <TaughtList key={`${mapping.tenant} ${mapping.view}`} mapping={mapping} />
            ))}
          </tbody>
        </table>
      </div>
      <Button
        data-testid="export-lists"
        disabled={state === 'pending'}
        onClick={() => run(() => platform.exportMappings())}
      >
        {t('lists.save')}
      </Button>
      <p className={css.hint}>{t('lists.hint')}</p>
      {state === 'failed' && (
        <p className={css.bad} role="alert">
          {t('common.failed')}
        </p>
      )}
    </Section>
  );
}

function TaughtList({ mapping }: { mapping: Mapping }) {
  const platform = usePlatform();
  const format = useFormat();
  const [state, run] = useAction();
  const { tenant, view, columns, at } = mapping;
  const used = Object.values(columns).filter((field) => field !== null).length;
  const [, kind, path = view] = /^(list|board|record) (.*)$/.exec(view) ?? [];
  const whole = tenant + path;
  const place = kind === 'record' || kind === 'board' ? t(`lists.${kind}`, { place: whole }) : whole;
  return (
    <tr data-list={place}>
      <th scope="row" className={css.host}>
        {place}
      </th>
      <td className={css.right}>{format.count(used)}</td>
      <td className={`${css.muted} ${css.lately}`}>{format.ago(at)}</td>
      <td className={css.last}>
        <Button
          slim
          disabled={state === 'pending'}
          onClick={() => run(() => platform.forgetMapping(mapping))}
        >
          {t('lists.forget')}
          <Hidden> {place}</Hidden>
        </Button>
        {state === 'failed' && <p className={css.bad}>{t('common.failed')}</p>}
      </td>
    </tr>
  );
}
