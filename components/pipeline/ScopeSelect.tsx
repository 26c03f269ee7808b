import type { Settings } from '../../lib/deal/settings';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { scopeText } from './scope-text';

/** What stands for a choice that is made in the settings. */
const elsewhere = { me: '#/settings?at=me', teams: '#/settings?at=teams' } as const;

/**
 * Whose figures: everyone, a team, or oneself. The choice is kept, for the badge and for the next time. What is not
 * said yet (who one is, which teams there are) leads to where it is said.
 *
 * @param scope The one in force, as the figures have it.
 */
export function ScopeSelect({ scope, className }: { scope: string; className?: string | undefined }) {
  const platform = usePlatform();
  const settings = useLive(platform.settings);
  const choices = choicesOf(scope, settings);
  const choose = (chosen: string) => {
    if (chosen === 'me?') void platform.openDashboard(elsewhere.me);
    else if (chosen === 'teams?') void platform.openDashboard(elsewhere.teams);
    else void platform.saveSettings({ scope: chosen });
  };
  return (
    <select
      className={className}
      aria-label={t('scope.label')}
      data-testid="scope"
      value={scope}
      onChange={(event) => choose(event.target.value)}
    >
      {choices.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

function choicesOf(scope: string, settings: Settings | undefined): readonly [string, string][] {
  const { me, teams = [] } = settings ?? {};
  const choices: [string, string][] = [['all', t('scope.all')]];
  for (const { name } of teams) choices.push([`team:${name}`, name]);
  if (me !== undefined) choices.push([`person:${me}`, t('scope.me', { name: me })]);
  // Until the settings are read, the figures alone say whose they are.
  if (!choices.some(([id]) => id === scope)) choices.push([scope, scopeText(scope)]);
  if (settings !== undefined && me === undefined) choices.push(['me?', t('scope.sayMe')]);
  if (settings !== undefined && teams.length === 0) choices.push(['teams?', t('scope.makeTeam')]);
  return choices;
}
