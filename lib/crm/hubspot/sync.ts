import { SyncStopped, type SyncWay } from '../adapter';
import { ifGranted } from '../sync/caller';
import { readPipeline } from '../sync/read-pipeline';
import { dealsPerCall, hubspotApi, hubspotCalls, type FoundDeal } from './api';
import { historyOfVersions } from './history';
import { dealProperties, readDeal } from './record';
import { hubspotPortal } from './tenant';
import { dealUrl } from './urls';
import { readWords } from './words';

/** facts.md 2.3: no search goes farther than this; another one begins after the last id. */
const longestSearch = 10_000;

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
    yield* readPipeline<FoundDeal>(session, {
      seenAs: async () => undefined,
      totals: async () => {
        const open = await ifGranted(total(true));
        return { ...(all === undefined ? {} : { all }), ...(open === undefined ? {} : { open }) };
      },
      words: async () => ({ stages: [...words.stages.values()], people: words.people }),
      async list(phase, place) {
        const { after, offset, last } = placeOf(place);
        const properties = phase === 'deals' ? dealProperties : ['hs_object_id'];
        const { deals, hasMore } = await api.search({ after, offset }, { properties });
        const ids = deals.flatMap(({ id }) => id ?? []);
        // Out of order, or from the beginning again: then something would be left out.
        if (!isGrowing([last, ...ids.map(Number)]))
          throw new SyncStopped('layout-unknown', 'order of a search');
        if (!hasMore) return { rows: deals };
        if (deals.length === 0) throw new SyncStopped('layout-unknown', 'no progress');
        const end = ids.at(-1) ?? String(last);
        const read = offset + deals.length;
        const next = read + dealsPerCall > longestSearch ? `${end}:0:${end}` : `${after}:${read}:${end}`;
        return { rows: deals, next };
      },
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

/** The id that a search begins after, how many of it have been read, and the last of these. */
function placeOf(place = ':0:') {
  const [after = '', offset = '', last = ''] = place.split(':');
  return { after, offset: Number(offset), last: Number(last) };
}

function isGrowing(numbers: readonly number[]): boolean {
  return numbers.every((number, nth) => nth === 0 || number > (numbers[nth - 1] ?? 0));
}
