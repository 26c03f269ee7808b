import { plainOf } from './plain-of';
import * as schemas from './schemas';

/*
 * The schemas of all messages as plain data. A build writes this data down in place of this file: the library that makes
 * it would be a sixth of the service worker.
 */

export const readBatch = plainOf(schemas.readBatch);
export const dealRead = plainOf(schemas.dealRead);
export const dealField = plainOf(schemas.dealField);
export const problem = plainOf(schemas.problem);
export const syncBatch = plainOf(schemas.syncBatch);
export const syncedDeal = plainOf(schemas.syncedDeal);
export const history = plainOf(schemas.history);
export const statedStage = plainOf(schemas.statedStage);
export const statedPerson = plainOf(schemas.statedPerson);
export const statedLead = plainOf(schemas.statedLead);
export const syncBegin = plainOf(schemas.syncBegin);
export const syncRun = plainOf(schemas.syncRun);
export const syncEnd = plainOf(schemas.syncEnd);
