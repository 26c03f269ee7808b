import type { ProblemRow } from '../../lib/messages/views';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { safeLink } from '../deal/safe-link';
import { useFormat } from '../ui/format-context';
import { problemKeys } from './problem-keys';
import css from './Problems.module.css';

const atFirst = 3;

/** What could not be read or stored: which row, which field, the text, and on which page. Nothing of it is in a sum as 0. */
export function Problems() {
  const platform = usePlatform();
  const format = useFormat();
  const problems = useLive(platform.problems) ?? [];
  if (problems.length === 0) return null;
  const rest = problems.slice(atFirst);
  return (
    <section aria-labelledby="problems" data-testid="problems">
      <h2 id="problems" className={css.title}>
        <b>{t('problems.title')}</b>
        <span>{t('problems.count', problems.length, { count: format.count(problems.length) })}</span>
      </h2>
      <ul>
        {problems.slice(0, atFirst).map((problem, n) => (
          <Problem key={`${problem.row} ${n}`} problem={problem} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className={css.rest}>
          <summary>{t('problems.more', rest.length, { count: format.count(rest.length) })}</summary>
          <ul>
            {rest.map((problem, n) => (
              <Problem key={`${problem.row} ${n}`} problem={problem} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Problem({ problem }: { problem: ProblemRow }) {
  const platform = usePlatform();
  const granted = (useLive(platform.sites) ?? []).filter((site) => site.granted).map((site) => site.host);
  const href = safeLink(problem.url, problem.host, granted);
  return (
    <li className={css.problem} data-code={problem.code}>
      <span className={css.row}>{problem.row}</span>{' '}
      <span className={css.why}>
        {t(problemKeys[problem.code])}
        {problem.field !== undefined && ` (${t(`field.${problem.field}`)})`}
        {problem.text !== undefined && (
          <>
            {' '}
            <q className={css.text}>{problem.text}</q>
          </>
        )}
      </span>
      {href === undefined ? (
        <span className={css.page}>{problem.host}</span>
      ) : (
        <a className={css.page} href={href} target="_blank" rel="noreferrer" title={problem.url}>
          {problem.host}
        </a>
      )}
    </li>
  );
}
