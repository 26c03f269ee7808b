import { useState } from 'react';
import type { Settings, Team } from '../../lib/deal/settings';
import { t } from '../../lib/i18n/i18n';
import { usePlatform } from '../hooks/platform';
import { useLive } from '../hooks/use-live';
import { useSaveSettings } from '../hooks/use-save-settings';
import { Button, IconButton } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Saved } from '../ui/Saved';
import { Section } from './Section';
import css from './SettingsView.module.css';

/** Teams: owners whose figures stand together. Each change is saved at once. */
export function TeamsSection({ settings }: { settings: Settings }) {
  const platform = usePlatform();
  const owners = useLive(platform.owners) ?? [];
  const [state, save] = useSaveSettings();
  const [typed, setTyped] = useState('');
  const teams = settings.teams ?? [];
  const keep = (changed: readonly Team[]) => save({ teams: changed.length === 0 ? null : changed });
  const name = typed.trim();
  const isTaken = teams.some((team) => team.name.toLowerCase() === name.toLowerCase());
  return (
    <Section name="teams" title={t('teams.title')} means={t('teams.means')}>
      {teams.map((team) => (
        <TeamMembers
          key={team.name}
          team={team}
          owners={owners}
          onChange={(changed) => keep(teams.map((one) => (one === team ? changed : one)))}
          onRemove={() => keep(teams.filter((one) => one !== team))}
        />
      ))}
      <form
        className={css.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (name === '' || isTaken) return;
          keep([...teams, { name, members: [] }]);
          setTyped('');
        }}
      >
        <Field label={t('teams.name')} error={name !== '' && isTaken ? t('teams.taken') : undefined}>
          {(control) => (
            <input
              {...control}
              data-testid="team-name"
              maxLength={100}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" className={css.beside} data-testid="team-add">
          {t('teams.add')}
        </Button>
      </form>
      <Saved state={state} />
    </Section>
  );
}

function TeamMembers(props: {
  team: Team;
  owners: readonly string[];
  onChange: (team: Team) => void;
  onRemove: () => void;
}) {
  const { team, owners } = props;
  const all = [...new Set([...owners, ...team.members])];
  const toggle = (owner: string) => {
    const members = team.members.includes(owner)
      ? team.members.filter((one) => one !== owner)
      : [...team.members, owner];
    props.onChange({ ...team, members });
  };
  return (
    <fieldset className={css.team} data-testid="team">
      <legend>
        {team.name}
        <IconButton label={t('teams.remove', { name: team.name })} onClick={props.onRemove}>
          <Icon name="close" />
        </IconButton>
      </legend>
      {all.length === 0 && <p className={css.hint}>{t('teams.noOwners')}</p>}
      {all.map((owner) => (
        <label key={owner} className={css.switch}>
          <input type="checkbox" checked={team.members.includes(owner)} onChange={() => toggle(owner)} />
          {owner}
        </label>
      ))}
    </fieldset>
  );
}
