import type { Settings } from '../../deal/settings';
import type { Scope } from './scope-id';

/**
 * The scope that a text names. `me` is the person that the settings say; text that names nobody, or no team any more,
 * is everything.
 *
 * @example scopeOf('me', { me: 'Maja Lind' }) // { kind: 'person', name: 'Maja Lind' }
 */
export function scopeOf(id: string | undefined, { me, teams }: Pick<Settings, 'me' | 'teams'>): Scope {
  if (id === 'me' && me !== undefined) return { kind: 'person', name: me };
  const name = id?.slice(id.indexOf(':') + 1) ?? '';
  if (id?.startsWith('person:') && name !== '') return { kind: 'person', name };
  if (id?.startsWith('team:') && teams?.some((team) => team.name === name)) return { kind: 'team', name };
  return { kind: 'all' };
}
