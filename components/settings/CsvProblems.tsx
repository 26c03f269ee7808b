import type { SheetProblem } from '../../lib/crm/sheet';
import { t } from '../../lib/i18n/i18n';
import type { CsvPreview } from '../../lib/store/csv/csv-desk';
import { usePlatform } from '../hooks/platform';
import { useAction } from '../hooks/use-action';
import { Button } from '../ui/Button';
import { useFormat } from '../ui/format-context';
import { csvProblemKeys } from './csv-keys';
import css from './SettingsView.module.css';

const shown = 20;

/** Rows and values of a file that are left out: the first of them here, all of them as a file. */
export function CsvProblems({ preview }: { preview: CsvPreview }) {
  const platform = usePlatform();
  const format = useFormat();
  const [state, run] = useAction();
  const problems = [...preview.unreadable, ...preview.flagged].toSorted((a, b) => a.row - b.row);
  if (problems.length === 0) return null;
  const save = () =>
    platform.saveCsvRows('stafet-left-out.csv', [
      [t('csv.row'), t('csv.why'), t('csv.field'), t('csv.text')],
      ...problems.map((problem) => [
        String(problem.row),
        t(csvProblemKeys[problem.code]),
        fieldOf(problem),
        problem.text,
      ]),
    ]);
  return (
    <div className={css.stack}>
      <ul className={css.cells} data-testid="csv-problems">
        {problems.slice(0, shown).map((problem, nth) => (
          <li key={nth}>
            {t('csv.atRow', { row: format.count(problem.row) })} {t(csvProblemKeys[problem.code])}
            {problem.field !== undefined && ` (${fieldOf(problem)})`}
            {problem.text !== undefined && `: ${problem.text}`}
          </li>
        ))}
      </ul>
      <Button data-testid="csv-save-problems" onClick={() => run(save)}>
        {t('csv.saveProblems', problems.length, { count: format.count(problems.length) })}
      </Button>
      {state === 'failed' && <p role="alert">{t('common.failed')}</p>}
    </div>
  );
}

function fieldOf({ field }: SheetProblem): string | undefined {
  return field && t(`field.${field}`);
}
