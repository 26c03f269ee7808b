import { dealKey } from './deal-key';
import type { Lead, LeadRead } from './lead';

interface Sight {
  readonly crm: string;
  readonly tenant: string;
  readonly host: string;
  readonly seenAt: string;
  readonly seenAs?: string;
  readonly isFromFile?: boolean;
}

/** A stated lead as it is stored: it and its deal by their keys. */
export function leadOfRead({ convertedTo, ...lead }: LeadRead, sight: Sight): Lead {
  const keyOf = (id: string) => dealKey(sight.crm, sight.tenant, id);
  const bound = convertedTo === undefined ? {} : { convertedTo: convertedTo && keyOf(convertedTo) };
  const isTold = convertedTo !== undefined || lead.convertedOn !== undefined;
  return { ...lead, ...sight, ...(isTold && { toldAt: sight.seenAt }), key: keyOf(lead.id), ...bound };
}
