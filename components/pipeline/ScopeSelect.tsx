import type { Settings } from '../../lib/deal/settings';
import { t } from '../../lib/i18n/i18n';
import { segmentOfScope } from '../../lib/pipeline/scope/segment-of-scope';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { scopeText } from './scope-text';
import type { SegmentChoice } from './segment-choices';

/** What stands for a choice that is made in the settings. */
const elsewhere = { me: '#/settings?at=me', teams: '#/settings?at=teams' } as const;

/**
 * Whose figures: everyone, a team, or oneself. The choice is kept, for the badge and for the next time. What is not
 * said yet (who one is, which teams there are) leads to where it is said.
 */
export function ScopeSelect(props: {
  /** The one in force, as the figures have it. */
  scope: string;
  className?: string | undefined;
  /** What may be chosen for this place alone: popup and badge know no segments. */
  segments?: readonly SegmentChoice[];
  /** Told of the segment that was chosen; `undefined`: another scope was. */
  onSegment?: (scope: string | undefined) => void;
}) {
  const { scope, segments = noSegments, onSegment } = props;
  const platform = usePlatform();
  const settings = useLive(platform.settings);
  const choices = choicesOf(scope, settings, segments);
  const choose = (chosen: string) => {
    if (chosen === 'me?') void platform.openDashboard(elsewhere.me);
    else if (chosen === 'teams?') void platform.openDashboard(elsewhere.teams);
    else if (segmentOfScope(chosen) !== undefined) onSegment?.(chosen);
    else {
      onSegment?.(undefined);
      void platform.saveSettings({ scope: chosen });
    }
  };
  return (
    <select
      className={props.className}
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
      {segments.map(({ field, scopes }) => (
        <optgroup key={field} label={t(`field.${field}`)}>
          {scopes.map((id) => (
            <option key={id} value={id}>
              {scopeText(id)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

const noSegments: readonly SegmentChoice[] = [];

function choicesOf(
  scope: string,
  settings: Settings | undefined,
  segments: readonly SegmentChoice[],
): readonly [string, string][] {
  const { me, teams = [] } = settings ?? {};
  const choices: [string, string][] = [['all', t('scope.all')]];
  for (const { name } of teams) choices.push([`team:${name}`, name]);
  if (me !== undefined) choices.push([`person:${me}`, t('scope.me', { name: me })]);
  // Until the settings are read, the figures alone say whose they are.
  const known = [...choices.map(([id]) => id), ...segments.flatMap(({ scopes }) => scopes)];
  if (!known.includes(scope)) choices.push([scope, scopeText(scope)]);
  if (settings !== undefined && me === undefined) choices.push(['me?', t('scope.sayMe')]);
  if (settings !== undefined && teams.length === 0) choices.push(['teams?', t('scope.makeTeam')]);
  return choices;
}
