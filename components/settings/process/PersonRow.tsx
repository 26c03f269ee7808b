import { useId, useState } from 'react';
import type { ProcessPerson } from '../../../lib/deal/process';
import type { SeenPerson } from '../../../lib/handoff/seen-names';
import type { RoleSuggestion } from '../../../lib/handoff/suggest-roles';
import { t } from '../../../lib/i18n/i18n';
import { Button, IconButton } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { useFormat } from '../../ui/format-context';
import { Icon } from '../../ui/Icon';
import { choiceOf, roleChoices, withAlias, withoutAlias, withRole } from './people-draft';
import css from './process.module.css';
import { reasonText, roleText, seenText } from './role-text';

/** One person: the role, the other names, and what the deals suggest. */
export function PersonRow(props: {
  seen: SeenPerson;
  /** What is said of the person; absent: nothing. */
  person: ProcessPerson | undefined;
  people: readonly ProcessPerson[];
  suggestion: RoleSuggestion | undefined;
  onChange: (people: readonly ProcessPerson[]) => void;
}) {
  const { seen, person, people, suggestion, onChange } = props;
  const { name } = seen;
  const format = useFormat();
  const id = useId();
  const [isJoining, setIsJoining] = useState(false);
  const others = people.filter((other) => other.name !== name);
  const suggested = person === undefined && suggestion !== undefined ? choiceOf(suggestion.roles) : undefined;
  return (
    <li className={css.line} data-testid="process-person">
      <span className={css.name} id={id}>
        {name}
        <small>{seenText(seen, format)}</small>
      </span>
      <select
        className={css.select}
        aria-label={t('process.roleOf', { name })}
        value={choiceOf(person?.roles)}
        onChange={({ target }) => {
          const choice = roleChoices.find((one) => one === target.value);
          if (choice !== undefined) onChange(withRole(people, name, choice));
        }}
      >
        {roleChoices.map((choice) => (
          <option key={choice} value={choice}>
            {roleText(choice)}
          </option>
        ))}
      </select>
      <Button
        slim
        look="quiet"
        aria-expanded={isJoining}
        aria-describedby={id}
        onClick={() => setIsJoining(!isJoining)}
      >
        {t('process.join')}
      </Button>
      {suggested !== undefined && (
        <p className={css.suggestion}>
          {t('process.suggested', {
            what: roleText(suggested),
            why: suggestion?.reasons.map((reason) => reasonText(reason, format)).join('; ') ?? '',
          })}
          <Button
            slim
            aria-label={t('process.takeRoleOf', { name, what: roleText(suggested) })}
            onClick={() => onChange(withRole(people, name, suggested))}
          >
            {t('process.take')}
          </Button>
        </p>
      )}
      {(person?.aliases.length ?? 0) > 0 && (
        <ul className={css.aliases} aria-label={t('process.aliasesOf', { name })}>
          {person?.aliases.map((alias) => (
            <li key={alias}>
              {alias}
              <IconButton
                label={t('process.release', { name: alias })}
                onClick={() => onChange(withoutAlias(people, alias))}
              >
                <Icon name="close" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {isJoining && (
        <div className={css.join}>
          <Field label={t('process.joinWith', { name })} hint={t('process.joinHint')}>
            {(control) => (
              <select
                {...control}
                value=""
                onChange={({ target }) => {
                  if (target.value === '') return;
                  setIsJoining(false);
                  onChange(withAlias(people, name, target.value));
                }}
              >
                <option value="">
                  {others.length === 0 ? t('process.joinNobody') : t('process.joinChoose')}
                </option>
                {others.map((other) => (
                  <option key={other.name} value={other.name}>
                    {other.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
    </li>
  );
}
