import { useState } from 'react';
import type { ProcessPerson } from '../../../lib/deal/process';
import { joinSeen } from '../../../lib/handoff/join-seen';
import type { SeenNames, SeenPerson } from '../../../lib/handoff/seen-names';
import { suggestRoles } from '../../../lib/handoff/suggest-roles';
import { t } from '../../../lib/i18n/i18n';
import { Button } from '../../ui/Button';
import { useFormat } from '../../ui/format-context';
import css from './process.module.css';
import { choiceOf, withRole } from './people-draft';
import { PersonRow } from './PersonRow';

/** Persons that are listed at first: those in most deals. */
const atFirst = 40;

/** Everybody whom deals name: who has which role, and which names are one person's. Suggestions say what they rest on. */
export function PeopleFields(props: {
  people: readonly ProcessPerson[];
  seen: SeenNames;
  qualified: ReadonlySet<string>;
  onChange: (people: readonly ProcessPerson[]) => void;
}) {
  const { people, seen, qualified, onChange } = props;
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const joined = withUnseen(joinSeen(seen.people, people), people).toSorted(
    (a, b) => weightOf(b) - weightOf(a),
  );
  const said = new Map(people.map((person) => [person.name, person]));
  const suggestions = suggestRoles(joined, seen.stages, qualified);
  const open = joined.filter(({ name }) => !said.has(name) && suggestions.has(name));
  const shown = showsAll ? joined : joined.slice(0, atFirst);
  const takeAll = () =>
    onChange(
      open.reduce((all, { name }) => withRole(all, name, choiceOf(suggestions.get(name)?.roles)), people),
    );
  return (
    <div className={css.part} role="group" aria-label={t('process.people')}>
      <h3>{t('process.people')}</h3>
      <p className={css.hint}>{t('process.peopleMeans')}</p>
      {joined.length === 0 && <p>{t('process.noPeople')}</p>}
      {open.length > 0 && (
        <Button slim data-testid="process-take-roles" onClick={takeAll}>
          {t('process.takeRoles', open.length, { count: format.count(open.length) })}
        </Button>
      )}
      <ul className={css.rows}>
        {shown.map((one) => (
          <PersonRow
            key={one.name}
            seen={one}
            person={said.get(one.name)}
            people={people}
            suggestion={suggestions.get(one.name)}
            onChange={onChange}
          />
        ))}
      </ul>
      {shown.length < joined.length && (
        <Button slim look="quiet" onClick={() => setShowsAll(true)}>
          {t('process.allPeople', joined.length, { count: format.count(joined.length) })}
        </Button>
      )}
    </div>
  );
}

/** Of whom something is said is listed also where no deal names the person any more. */
function withUnseen(seen: readonly SeenPerson[], people: readonly ProcessPerson[]): readonly SeenPerson[] {
  const names = new Set(seen.map(({ name }) => name));
  const none = { owns: 0, won: 0, first: 0, sdr: 0, created: 0 };
  const nobody = { inStage: new Map(), handedTo: new Map(), sdrFor: new Map() } as const;
  return [...seen, ...people.flatMap(({ name }) => (names.has(name) ? [] : [{ name, ...none, ...nobody }]))];
}

function weightOf({ owns, first, sdr, created }: SeenPerson): number {
  return owns + first + sdr + created;
}
