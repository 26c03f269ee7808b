import { t } from '../../lib/i18n/i18n';

/** A scope's name: "Everyone", the team's or the person's own. */
export function scopeText(scope: string): string {
  return scope === 'all' ? t('scope.all') : scope.slice(scope.indexOf(':') + 1);
}
