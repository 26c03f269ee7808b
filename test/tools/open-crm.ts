import { relative } from 'node:path';
import { startDemo } from '../demo/serve';
import { launch } from '../e2e/launch';
import { build } from './build.mjs';
import { proveRoundTrip } from './round-trip';
import { ROOT } from './run.mjs';

export interface OpenOptions {
  /** Another CRM than the sample. */
  readonly url?: string;
  readonly check: boolean;
  readonly headless: boolean;
  readonly lang: 'en' | 'da';
}

/** A folder of its own: `npm start` must not replace the build that `npm run build` made. */
const OUT = '.output/start';

/** Builds, serves, and either opens a browser until it is closed or proves the round trip. False where that failed. */
export async function openCrm(options: OpenOptions): Promise<boolean> {
  const demo = options.url === undefined ? await startDemo({ port: 0 }) : undefined;
  try {
    const address = options.url ?? `${demo?.url}/deals`;
    const { origin } = new URL(address);
    say(`Building the extension, allowed to read ${origin} …`);
    const extension = await build('chrome', { hosts: `${origin}/*`, out: OUT });
    say(`Built: ${relative(ROOT, extension)}`);
    if (options.check && demo !== undefined) return await proveRoundTrip({ demo, extension, options });
    await showUntilClosed({ address, extension, isSample: demo !== undefined, lang: options.lang });
    return true;
  } finally {
    await demo?.close();
  }
}

interface Show {
  readonly address: string;
  readonly extension: string;
  readonly isSample: boolean;
  readonly lang: 'en' | 'da';
}

async function showUntilClosed({ address, extension, isSample, lang }: Show): Promise<void> {
  const { context, id, close } = await launch({
    extension,
    locale: lang,
    headless: false,
    viewport: null,
    network: 'open',
  });
  const closed = new Promise<void>((resolved) => void context.once('close', () => resolved()));
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  say(isSample ? SAMPLE_TIPS : OWN_TIPS);
  say(`Dashboard: chrome-extension://${id}/dashboard.html\nClose the browser to stop.`);
  await closed;
  await close();
}

const SAMPLE_TIPS = `
The sample CRM is open, with invented deals. Things to try:
  1. Look at the list: each row has a small mark beside it, and a pill sums the page up.
  2. Click Stafet in the toolbar (behind the puzzle piece): won, open and weighted, live.
  3. Page through the list and watch "n of m open deals read" grow.
  4. Open a deal, change its amount or stage, save, and look at the popup again.
`;

const OWN_TIPS = `
Your CRM is open in a fresh browser profile. Log in, open the list of deals, then click Stafet in the toolbar.
Stafet reads what the pages show; it writes nothing to the CRM, and nothing leaves this browser.
`;

function say(text: string): void {
  console.error(text);
}
