import type { Adapter, Page } from './adapter';
import { isDynamics } from './dynamics/is-on';
import { isHubspot } from './hubspot/is-on';
import { lateAdapter } from './late-adapters';
import { isOdoo } from './odoo/is-on';
import { isPipedrive } from './pipedrive/is-on';
import type { AdapterScript } from './reader-channel';
import { isSalesforce } from './salesforce/is-on';
import { tryton } from './tryton/adapter';
import { isZoho } from './zoho/is-on';

/** The CRMs whose adapters the reader brings along. */
export const adapters: readonly Adapter[] = [tryton];

/** The CRMs whose layouts are in the script `named`, and how to tell that a page is one of theirs. */
const named: readonly (readonly [crm: string, isOn: (page: Page) => boolean])[] = [
  ['salesforce', isSalesforce],
  ['hubspot', isHubspot],
  ['pipedrive', isPipedrive],
  ['dynamics', isDynamics],
  ['zoho', isZoho],
  ['odoo', isOdoo],
];

/**
 * The adapter for a page: of the CRM that it is known to belong to, else the generic one. `undefined` where that one's
 * script has not come yet: then {@link scriptFor} tells which.
 */
export function adapterFor(page: Page): Adapter | undefined {
  const brought = adapters.find((adapter) => adapter.matches(page));
  return brought ?? lateAdapter(namedOn(page) ?? 'generic');
}

/** The script that brings the adapter for a page, where the reader does not bring it along. */
export function scriptFor(page: Page): AdapterScript | undefined {
  if (adapters.some((adapter) => adapter.matches(page))) return undefined;
  return namedOn(page) === undefined ? 'generic' : 'named';
}

/** Whether a script of adapters has run in this tab, by what it leaves behind. */
export function hasCome(script: AdapterScript): boolean {
  if (script === 'named') return named.some(([crm]) => lateAdapter(crm) !== undefined);
  const adapter = lateAdapter('generic');
  return adapter !== undefined && (script === 'generic' || adapter.lacks === undefined);
}

function namedOn(page: Page): string | undefined {
  return named.find(([, isOn]) => isOn(page))?.[0];
}
