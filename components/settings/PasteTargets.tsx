import { useId, useMemo, useState } from 'react';
import type { Settings } from '../../lib/deal/settings';
import type { Period } from '../../lib/pipeline/glance';
import { parseTargets, type PastedTargets } from '../../lib/pipeline/targets/parse-targets';
import { periodId } from '../../lib/pipeline/targets/period-id';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { periodText } from '../pipeline/period-text';
import { scopeText } from '../pipeline/scope-text';
import { segmentChoices } from '../pipeline/segment-choices';
import { targetRefusals } from '../pipeline/target-refusals';
import { Button } from '../ui/Button';
import { decimalSignOf } from '../ui/decimal-sign';
import { useFormat } from '../ui/format-context';
import { Saved, type SaveState } from '../ui/Saved';
import css from './SettingsView.module.css';

/** Most in one message to the worker. */
const parcel = 500;

/** A box for cells of a spreadsheet: what was understood of them, and what was not and why, before anything is kept. */
export function PasteTargets(props: { settings: Settings; period: Period; currency: string }) {
  const platform = usePlatform();
  const { locale, today } = useFormat();
  const owners = useLive(platform.owners);
  const seen = useLive(platform.seenNames);
  const [text, setText] = useState('');
  const [state, setState] = useState<SaveState>('idle');
  const { settings, period, currency } = props;
  const pasted = useMemo(
    () =>
      parseTargets(text, {
        fiscal: settings.fiscal,
        teams: settings.teams ?? [],
        owners: owners ?? [],
        segments: segmentChoices(seen?.segments).flatMap(({ scopes }) => scopes),
        currency,
        period,
        languageSign: decimalSignOf(locale),
      }),
    [text, settings, owners, seen, currency, period, locale],
  );
  const box = useId();

  const keep = async () => {
    const rows = pasted.targets.map((target) => ({
      scope: target.scope,
      period: periodId(target.period),
      from: today,
      amountMinor: target.amountMinor,
      currency: target.currency,
    }));
    for (let at = 0; at < rows.length; at += parcel) {
      const answer = await platform.saveTargets(rows.slice(at, at + parcel)).catch(() => undefined);
      if (answer === undefined) return setState('failed');
      if ('refused' in answer) return setState('refused');
    }
    setText('');
    setState('saved');
  };

  return (
    <div className={css.paste}>
      <label htmlFor={box}>{t('target.paste')}</label>
      <p className={css.hint}>{t('target.pasteHint')}</p>
      <textarea
        id={box}
        data-testid="target-paste"
        rows={4}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setState('idle');
        }}
      />
      {text.trim() !== '' && <Understood pasted={pasted} />}
      <div className={css.buttons}>
        <Button
          disabled={pasted.targets.length === 0}
          data-testid="target-paste-save"
          onClick={() => void keep()}
        >
          {t('target.pasteSave')}
        </Button>
      </div>
      <Saved state={state} />
    </div>
  );
}

function Understood({ pasted: { targets, refused } }: { pasted: PastedTargets }) {
  const format = useFormat();
  return (
    <div data-testid="target-understood">
      <p role="status">
        {t('target.understood', targets.length, { count: format.count(targets.length) })}
        {refused.length > 0 &&
          ` ${t('target.notTaken', refused.length, { count: format.count(refused.length) })}`}
      </p>
      <ul className={css.cells}>
        {refused.map(({ line, text, why }, nth) => (
          <li key={nth} className={css.bad}>
            {t('target.inLine', { line: format.count(line) })} <q>{text}</q>: {t(targetRefusals[why])}
          </li>
        ))}
        {targets.map(({ scope, period, amountMinor, currency, isNewName }) => (
          <li key={`${scope} ${period.start} ${period.end}`}>
            {scopeText(scope)} · {periodText(period, format)} · {format.exact(amountMinor, currency)}
            {isNewName && <span className={css.hint}> {t('target.newName')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
