import { useState } from 'react';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { useFormat } from '../ui/format-context';
import { Choice } from './Choice';
import { parseRate } from './parse-rate';
import css from './SettingsView.module.css';

/** One FROM = rate TO, from a day on. What cannot be a rate is said in a sentence and not sent. */
export function AddRate(props: { reporting: string | undefined; options: readonly { code: string }[] }) {
  const platform = usePlatform();
  const { today, locale } = useFormat();
  const [from, setFrom] = useState('USD');
  const [to, setTo] = useState(props.reporting ?? 'EUR');
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState(today);
  const [error, setError] = useState<string>();

  const add = async () => {
    const rate = parseRate(typed, locale);
    if (from === to) return setError(t('rates.same'));
    if (rate === undefined) return setError(t('rates.badRate'));
    if (on === '') return setError(t('rates.badDate'));
    const answer = await platform.saveRate({ from, to, on, rate }).catch(() => undefined);
    if (answer === undefined) return setError(t('common.failed'));
    if ('refused' in answer) return setError(t('settings.refused'));
    setTyped('');
    setError(undefined);
  };

  const codes = props.options.map(({ code }) => [code, code] as const);
  return (
    <form
      className={css.add}
      data-testid="add-rate"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Choice label={t('rates.one')} testid="rate-from" value={from} onChange={setFrom} options={codes} />
      <Choice label={t('rates.in')} testid="rate-to" value={to} onChange={setTo} options={codes} />
      <Field label={t('rates.rate')}>
        {(control) => (
          <input
            {...control}
            data-testid="rate-value"
            inputMode="decimal"
            autoComplete="off"
            maxLength={24}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('rates.from')}>
        {(control) => (
          <input
            {...control}
            data-testid="rate-on"
            type="date"
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" data-testid="rate-add">
        {t('rates.add')}
      </Button>
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </form>
  );
}
