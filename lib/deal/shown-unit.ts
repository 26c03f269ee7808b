/** What a page showed beside an amount whose code is not known, and whose page it was. */
export interface ShownUnit {
  /** Empty where no sign was shown. */
  readonly sign: string;
  /** `undefined`: that of any; no sum has such a unit. */
  readonly tenant: string | undefined;
}

/**
 * The inverse of `apartUnit`; `undefined` for a code. A sign alone (`?` for none), as addresses had it, is that of any
 * tenant.
 *
 * @example shownUnit('~kr.\ncrm.example.com') // { sign: 'kr.', tenant: 'crm.example.com' }
 * @example shownUnit('$') // { sign: '$', tenant: undefined }
 */
export function shownUnit(unit: string): ShownUnit | undefined {
  if (/^[A-Z]{3}$/.test(unit)) return undefined;
  if (!unit.startsWith('~')) return { sign: unit === '?' ? '' : unit, tenant: undefined };
  const [sign = '', tenant] = unit.slice(1).split('\n');
  return { sign, tenant };
}
