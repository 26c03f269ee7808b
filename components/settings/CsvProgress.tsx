import { useSyncExternalStore } from 'react';
import { ProgressBar } from '../ui/ProgressBar';
import { useFormat } from '../ui/format-context';
import type { Progress } from './progress';
import css from './SettingsView.module.css';

/** How far the work on a file has come: it alone is drawn anew, and not the form around it. */
export function CsvProgress({ label, progress }: { label: string; progress: Progress }) {
  const format = useFormat();
  const share = useSyncExternalStore(progress.subscribe, progress.get);
  return (
    <div className={css.progress}>
      <ProgressBar label={label} done={share} total={1} />
      <p className={css.hint}>
        {label} {format.percent(share)}
      </p>
    </div>
  );
}
