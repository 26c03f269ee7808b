import type { SheetProblem } from '../../lib/crm/sheet';
import { t } from '../../lib/i18n/i18n';
import type { CsvPreview } from '../../lib/store/csv/csv-desk';
import type { CsvFile } from '../hooks/csv-file';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { csvProblemKeys } from './csv-keys';
import css from './SettingsView.module.css';

/** Rows and values of a file that are left out: the first of them here, all of them as a file. */
export function CsvProblems({ preview, csv }: { preview: CsvPreview; csv: CsvFile }) {
  const platform = usePlatform();
  const format = useFormat();
  const [state, run] = useAction();
  const { problems } = preview;
  const all = preview.unreadable + preview.flagged;
  if (all === 0) return null;
  const save = async () =>
    platform.saveCsvRows('stafet-left-out.csv', [
      [t('csv.row'), t('csv.why'), t('csv.field'), t('csv.text')],
      ...(await csv.problems()).map((problem) => [
        String(problem.row),
        t(csvProblemKeys[problem.code]),
        fieldOf(problem),
        problem.text,
      ]),
    ]);
  return (
    <div className={css.stack}>
      <ul className={css.cells} data-testid="csv-problems">
        {problems.map((problem, nth) => (
          <li key={nth}>
            {t('csv.atRow', { row: format.count(problem.row) })} {t(csvProblemKeys[problem.code])}
            {problem.field !== undefined && ` (${fieldOf(problem)})`}
            {problem.text !== undefined && `: ${problem.text}`}
          </li>
        ))}
        {all > problems.length && (
          <li>{t('csv.more', all - problems.length, { count: format.count(all - problems.length) })}</li>
        )}
      </ul>
      <Button data-testid="csv-save-problems" onClick={() => run(save)}>
        {t('csv.saveProblems', all, { count: format.count(all) })}
      </Button>
      {state === 'failed' && <p role="alert">{t('common.failed')}</p>}
    </div>
  );
}

function fieldOf({ field }: SheetProblem): string | undefined {
  return field && t(`field.${field}`);
}
