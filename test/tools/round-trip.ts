import type { RunningDemo } from '../demo/serve';
import { controlExtension, type Extension } from '../e2e/extension';
import { launch, type Launched } from '../e2e/launch';
import { sampleCrm } from '../e2e/sample-crm';
import { part } from '../e2e/surfaces';

export interface RoundTrip {
  readonly demo: RunningDemo;
  readonly extension: string;
  readonly options: { readonly headless: boolean };
}

/** What is needed here of a stored deal. */
interface StoredDeal {
  readonly id: string;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly sources: Readonly<Record<string, unknown>>;
}

/** How long the store may take to follow the page. */
const PATIENCE_MS = 15_000;

/** Opens the sample CRM, moves through it, and compares store and figures with it. Prints a line a step; never throws. */
export async function proveRoundTrip({ demo, extension, options }: RoundTrip): Promise<boolean> {
  let browser: Launched | undefined;
  try {
    browser = await launch({ extension, headless: options.headless });
    browser.outbound.allow(demo.url);
    step('The browser has loaded the extension.');
    await travel(browser, demo);
    const strangers = browser.outbound.strangers();
    if (strangers.length > 0) throw new Error(`Requests went elsewhere: ${strangers.join(', ')}`);
    step('No request went anywhere but to the sample CRM.');
    console.log('The round trip works.');
    return true;
  } catch (error) {
    console.log(`✗ ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    await browser?.close();
  }
}

async function travel(browser: Launched, demo: RunningDemo): Promise<void> {
  const stafet = controlExtension(browser);
  const page = await browser.context.newPage();
  const crm = sampleCrm(page, demo.url);

  const shown = new Set<string>();
  for (const view of ['won', 'open'] as const) {
    await crm.openList(view);
    const known = shown.size;
    do {
      for (const id of await crm.shownIds()) shown.add(id);
      await storeHas(stafet, shown);
    } while (await crm.nextPage());
    step(`All ${shown.size - known} ${view} deals were paged through, and arrived in the store.`);
  }

  const [first = ''] = await crm.shownIds();
  const before = fieldsOf(await storeHas(stafet, shown), first);
  await crm.openRecord(first);
  const known = await until(
    async () => fieldsOf(await stafet.table<StoredDeal>('deals'), first),
    (count) => count > before,
    `The record of ${first} added nothing to its ${before} known fields`,
  );
  step(`The record of ${first} was read: ${known} of its fields are known, ${before} from the list.`);

  compareAmounts(await stafet.table<StoredDeal>('deals'), demo);
  await figures(stafet, page);
}

/** Every stored amount and currency against the CRM's own data, exactly. */
function compareAmounts(stored: readonly StoredDeal[], { data }: RunningDemo): void {
  const truth = new Map(data.deals.map((deal) => [deal.id, deal]));
  if (stored.length === 0) throw new Error('Nothing was stored.');
  for (const { id, amountMinor, currency } of stored) {
    const deal = truth.get(id);
    if (deal === undefined) throw new Error(`${id} is stored, but the CRM has no such deal.`);
    const wanted = deal.amount === null ? null : Math.round(deal.amount * 100);
    const isSame = (amountMinor ?? null) === wanted && (wanted === null || currency === deal.currency);
    if (!isSame)
      throw new Error(
        `${id}: stored ${amountMinor} ${currency} (minor units), the CRM has ${wanted} ${deal.currency}.`,
      );
  }
  step(`${stored.length} stored amounts equal the CRM's, to the cent.`);
}

async function figures(stafet: Extension, page: Parameters<Extension['tabId']>[0]): Promise<void> {
  const popup = await stafet.openPopup(page);
  for (const handle of ['won', 'open'] as const) {
    const text = await until(
      async () => (await part(popup, handle).textContent({ timeout: PATIENCE_MS }))?.trim() ?? '',
      (shown) => /\d/.test(shown),
      `The popup shows no figure for "${handle}"`,
    );
    step(`The popup says ${handle}: ${text}`);
  }
  const dashboard = await stafet.open('dashboard.html');
  await part(dashboard, 'view-deals').first().waitFor({ timeout: PATIENCE_MS });
  step('The dashboard opens.');
}

async function storeHas(stafet: Extension, ids: ReadonlySet<string>): Promise<readonly StoredDeal[]> {
  return until(
    () => stafet.table<StoredDeal>('deals'),
    (deals) => {
      const stored = new Set(deals.map(({ id }) => id));
      return [...ids].every((id) => stored.has(id));
    },
    `Not all of the ${ids.size} deals shown so far arrived in the store`,
  );
}

function fieldsOf(deals: readonly StoredDeal[], id: string): number {
  return Object.keys(deals.find((deal) => deal.id === id)?.sources ?? {}).length;
}

/** Asks again until the answer holds, or throws the complaint with the last answer's size. */
async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean, complaint: string): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > deadline) {
      const have = Array.isArray(answer) ? ` (${answer.length} are there)` : '';
      throw new Error(`${complaint} within ${PATIENCE_MS / 1000} s${have}.`);
    }
    await new Promise((resolved) => setTimeout(resolved, 250));
  }
}

function step(text: string): void {
  console.log(`✓ ${text}`);
}
