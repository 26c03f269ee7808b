import type { LeadRead } from '../../deal/lead';
import { idOf, textOf } from '../sync/guards';
import { leadsOfRows } from '../sync/leads-of-rows';
import type { LeadPage } from '../sync/read-pipeline';
import { given, odooInstant, odooLocalDay, relatedName } from './guards';
import type { OdooRpc, Row } from './rpc';

const leadsPerCall = 500;
/** Without these a record says nothing of a conversion: where they are hidden, leads are refused. */
const needed = ['type', 'create_date', 'date_conversion'] as const;
const optional = ['name', 'user_id', 'source_id', 'medium_id'] as const;

/**
 * Records that are leads and opportunities that were: of both it is one record, whose type changes with the conversion.
 * Lost leads are archived ones, and are listed. A lead that was merged into another record is gone.
 *
 * @param fields What the user may read of the model.
 */
export async function readLeadPage(
  rpc: OdooRpc,
  fields: ReadonlySet<string>,
  place = '0',
): Promise<LeadPage> {
  const domain = [['id', '>', Number(place)], '|', ['type', '=', 'lead'], ['date_conversion', '!=', false]];
  const asked = [...needed, ...optional.filter((field) => fields.has(field))];
  const options = { fields: asked, limit: leadsPerCall, order: 'id asc' };
  const rows = await rpc.search('crm.lead', domain, options);
  const last = idOf(rows.at(-1)?.['id']);
  return {
    ...leadsOfRows(
      rows.filter((row) => !isCopy(row)),
      leadOf,
    ),
    ...(rows.length < leadsPerCall ? {} : { next: last ?? place }),
  };
}

/** A copy of an opportunity has the conversion of what it is copied from, and was no lead itself. */
function isCopy({ type, create_date: created, date_conversion: converted }: Row): boolean {
  const [at, madeAt] = [odooInstant(converted), odooInstant(created)];
  return type === 'opportunity' && at !== undefined && madeAt !== undefined && at < madeAt;
}

function leadOf(row: Row): LeadRead | undefined {
  const id = idOf(row['id']);
  const { type, create_date: created, date_conversion: converted } = row;
  if (id === undefined || (type !== 'lead' && type !== 'opportunity')) return undefined;
  const at = odooInstant(converted);
  if (type === 'opportunity' && at === undefined) return undefined;
  return {
    id,
    ...shown('name', row['name'], textOf),
    ...shown('source', row['source_id'], relatedName),
    ...shown('channel', row['medium_id'], relatedName),
    ...shown('createdOn', created, odooLocalDay),
    ...(type === 'lead'
      ? {
          ...shown('owner', row['user_id'], relatedName),
          convertedOn: null,
          convertedAt: null,
          convertedTo: null,
        }
      : // Whose lead it was the record does not say: its owner is the opportunity's.
        { ...shown('convertedOn', converted, odooLocalDay), convertedAt: at ?? null, convertedTo: id }),
  };
}

/** Nothing where the field is hidden, or of another kind than we know. */
function shown<Field extends 'name' | 'source' | 'channel' | 'owner' | 'createdOn' | 'convertedOn'>(
  field: Field,
  value: unknown,
  read: (value: unknown) => string | undefined,
): Pick<LeadRead, Field> {
  const text = given(value) === null ? null : read(value);
  return (text === undefined ? {} : { [field]: text }) as Pick<LeadRead, Field>;
}
