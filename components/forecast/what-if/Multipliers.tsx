import { useId, type CSSProperties } from 'react';
import type { WhatIf } from '../../../lib/forecast/what-if/what-if';
import { formatChange } from '../../../lib/i18n/format-change';
import { t } from '../../../lib/i18n/i18n';
import { useFormat } from '../../ui/format-context';
import { cx } from '../../ui/cx';
import css from './WhatIf.module.css';

const names = ['winRate', 'cycle', 'dealSize', 'newPipeline', 'churn'] as const;
type Multiplier = (typeof names)[number];

/** In percent of what was learned. */
const range = { min: 50, max: 200, step: 5 } as const;

/** One slider for each multiplier; churn has one only where renewals can be lost. */
export function Multipliers(props: {
  whatIf: WhatIf;
  hasRecurring: boolean;
  onChange: (whatIf: WhatIf) => void;
}) {
  const { whatIf, hasRecurring, onChange } = props;
  return (
    <div className={css.sliders} role="group" aria-label={t('whatIf.multipliers')}>
      {names
        .filter((name) => name !== 'churn' || hasRecurring)
        .map((name) => (
          <Slider
            key={name}
            name={name}
            value={whatIf[name]}
            onChange={(value) => onChange({ ...whatIf, [name]: value })}
          />
        ))}
    </div>
  );
}

function Slider(props: { name: Multiplier; value: number; onChange: (value: number) => void }) {
  const { locale } = useFormat();
  const id = useId();
  const { name, value, onChange } = props;
  const percent = Math.round(value * 100);
  const text = percent === 100 ? t('whatIf.asLearned') : formatChange(value - 1, locale);
  return (
    <div className={css.slider}>
      <label htmlFor={id}>{t(`whatIf.${name}`)}</label>
      {/* The slider says the same of itself: heard twice, it would be noise. */}
      <span aria-hidden="true" className={cx(css.set, percent !== 100 && css.isSet)}>
        {text}
      </span>
      <input
        id={id}
        type="range"
        {...range}
        value={percent}
        aria-valuetext={text}
        aria-describedby={`${id}-hint`}
        data-testid={`what-if-${name}`}
        style={{ '--at': (percent - range.min) / (range.max - range.min) } as CSSProperties}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
      />
      <p id={`${id}-hint`}>{t(`whatIf.${name}Means`)}</p>
    </div>
  );
}
