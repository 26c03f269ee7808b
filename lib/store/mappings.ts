import type { Mapping } from '../deal/mapping';
import type { Database } from './database';

/** What the user has said of the views of one tenant. */
export async function mappingsOf(database: Database, tenant: string): Promise<Mapping[]> {
  return database
    .table<Mapping, [string, string]>('mappings')
    .where('[tenant+view]')
    .between([tenant, ''], [tenant, '\uffff'])
    .toArray();
}
