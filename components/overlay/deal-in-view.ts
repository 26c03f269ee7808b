import type { ReaderState } from '../../lib/crm/reader-channel';

/** The deal that a record page is about, once the store knows it; `undefined` on lists and boards. */
export function dealInView({
  view,
  tenant,
  anchors,
}: ReaderState): { readonly tenant: string; readonly key: string } | undefined {
  const key = view?.kind === 'record' ? anchors.find((one) => one.key !== undefined)?.key : undefined;
  return key === undefined || tenant === undefined ? undefined : { tenant: tenant.tenant, key };
}
