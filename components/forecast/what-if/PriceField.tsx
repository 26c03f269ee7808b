import { useId, useState } from 'react';
import { t } from '../../../lib/i18n/i18n';
import { targetRefusals } from '../../pipeline/target-refusals';
import { decimalSignOf } from '../../ui/decimal-sign';
import { useFormat } from '../../ui/format-context';
import css from './WhatIf.module.css';

interface Entry {
  readonly of: string;
  readonly typed: string;
  readonly error?: string;
}

/** What a deal brings if won: empty, it is what was learned. What can be read in two ways is refused in a sentence. */
export function PriceField(props: {
  name: string;
  currency: string;
  value: number | undefined;
  usual: number;
  onChange: (value: number | undefined) => void;
}) {
  const format = useFormat();
  const id = useId();
  const { name, currency, value, usual, onChange } = props;
  const shown = value === undefined ? '' : format.whole(value, currency);
  // What was typed belongs to the price that stood there: with another price it is gone.
  const [entry, setEntry] = useState<Entry>({ of: shown, typed: shown });
  const { typed, error } = entry.of === shown ? entry : { typed: shown, error: undefined };
  const setTyped = (text: string) => setEntry({ of: shown, typed: text });
  const setError = (why: string) => setEntry({ of: shown, typed, error: why });
  const take = async () => {
    if (typed.trim() === shown) return;
    const { parseTargetAmount } = await import('../../../lib/pipeline/targets/parse-target-amount');
    const read = parseTargetAmount(typed, { decimalSign: decimalSignOf(format.locale), currency });
    if (read.kind === 'refused') return setError(t(targetRefusals[read.why]));
    if (read.kind === 'amount' && read.currency !== currency) return setError(t('target.wrongCurrency'));
    setTyped(typed);
    onChange(read.kind === 'empty' ? undefined : read.amountMinor);
  };
  return (
    <>
      <input
        className={css.price}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        data-testid="what-if-price"
        aria-label={t('whatIf.priceOf', { name })}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : id}
        placeholder={format.whole(Math.round(usual), currency)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void take()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void take();
          else if (event.key === 'Escape') setTyped(shown);
        }}
      />
      {error !== undefined && (
        <p id={id} className={css.error} role="alert">
          {error}
        </p>
      )}
    </>
  );
}
