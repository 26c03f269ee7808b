import type { PassFilter } from '../../lib/handoff/is-chosen';
import type { Shown } from '../../lib/handoff/passes-shown';
import type { HandoffReport } from '../../lib/handoff/handoff-report';
import { t } from '../../lib/i18n/i18n';
import { GroupTable } from './GroupTable';
import css from './HandoffsView.module.css';
import { sourceText } from './source-text';

/** What became of passes by where the deal came from. */
export function SourcesSection(props: {
  report: HandoffReport;
  isMaturing: boolean;
  open: (show: Shown, of: PassFilter) => string;
}) {
  const { report, isMaturing, open } = props;
  const rows = report.bySource.map(({ source, measures }) => ({
    name: sourceText(source),
    of: { source },
    measures,
  }));
  return (
    <section className={css.section} aria-labelledby="handoffs-sources" data-testid="handoff-sources">
      <div className={css.sub}>
        <h2 id="handoffs-sources">{t('handoffs.bySource')}</h2>
        <p>{t('handoffs.bySourceMeans')}</p>
      </div>
      {rows.length === 0 ? (
        <p className={css.quiet}>{t('handoffs.noSource')}</p>
      ) : (
        <GroupTable
          label={t('handoffs.source')}
          rows={rows}
          drawn="winRate"
          isMaturing={isMaturing}
          open={open}
        />
      )}
    </section>
  );
}
