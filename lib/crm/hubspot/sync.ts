import { SyncStopped, type SyncWay } from '../adapter';
import { ifGranted } from '../sync/caller';
import { readPipeline } from '../sync/read-pipeline';
import { hubspotApi, hubspotCalls, type FoundRow } from './api';
import { historyOfVersions } from './history';
import { readLeadPage } from './leads';
import { listRows } from './list-rows';
import { dealProperties, readDeal } from './record';
import { hubspotPortal } from './tenant';
import { dealUrl } from './urls';
import { readWords } from './words';

/** HubSpot by the calls of its own pages (facts.md 2.3). They do not tell who the user is. */
export const hubspotSync: SyncWay = {
  crm: 'hubspot',
  allow: hubspotCalls,
  async *run(session) {
    const { url } = session.page;
    const portal = hubspotPortal(url);
    if (portal === undefined) throw new SyncStopped('layout-unknown', 'no portal');
    const api = hubspotApi(session, portal);
    const total = async (isOpen: boolean) => {
      const found = await api.search({ after: '', offset: 0 }, { properties: [], isOpen, count: 1 });
      return found.total;
    };
    // Asked first: an ended session, and a refusal, are told of here.
    const all = await total(false);
    const words = await readWords(api);
    const urlOf = (id: string) => dealUrl(url, id);
    yield* readPipeline<FoundRow>(session, {
      seenAs: async () => undefined,
      totals: async () => {
        const open = await ifGranted(total(true));
        return { ...(all === undefined ? {} : { all }), ...(open === undefined ? {} : { open }) };
      },
      words: async () => ({ stages: [...words.stages.values()], people: words.people }),
      list: (phase, place) =>
        listRows(api, place, { properties: phase === 'deals' ? dealProperties : ['hs_object_id'] }),
      leads: (place) => readLeadPage(api, words, place),
      read: (deal) => readDeal(deal, { words, urlOf }),
      async histories(deals, until) {
        const ids = deals.flatMap(({ id }) => id ?? []);
        const objects = ids.length === 0 ? {} : await ifGranted(api.batch(ids));
        return (
          objects &&
          ids.flatMap((id) => {
            const history = historyOfVersions(objects[id], words, until);
            return history === undefined ? [] : [{ id, history }];
          })
        );
      },
    });
  },
};
