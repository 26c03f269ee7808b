// `npm start`: sets up what is missing, then hands over to open-crm.ts.
import { parseArgs } from 'node:util';
import { ensure } from './ensure.mjs';
import { Sorry, main } from './run.mjs';

const USAGE = `Usage: npm start [-- OPTIONS]
  (none)               open the sample CRM with the extension loaded
  --url URL            open another CRM instead; its site is granted from the start
  --headless --check   prove the round trip without a window: exit code 0 or 1
  --lang en|da         language of the browser`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string' },
        headless: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Sorry(`${error.message}\n${USAGE}`);
  }
}

function refuseNonsense({ url, headless, check, lang, help }) {
  if (help) throw new Sorry(USAGE);
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url))
    throw new Sorry(`--url needs a whole address, such as https://crm.example.com.`);
  if (url !== undefined && check)
    throw new Sorry('--check proves the sample CRM; it cannot be told what another one holds.');
  if (headless && !check)
    throw new Sorry('Without a window there is nothing to look at: use --headless --check.');
  if (lang !== 'en' && lang !== 'da') throw new Sorry('The languages are en and da.');
}

/** A browser with a window needs a place for it; only on Linux can there be none. */
function refuseWithoutDisplay({ headless }) {
  if (headless || process.platform !== 'linux') return;
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  throw new Sorry(
    'There is no display to open a browser on. To prove the round trip without one: npm start -- --headless --check',
  );
}

await main(async () => {
  const options = readOptions();
  refuseNonsense(options);
  refuseWithoutDisplay(options);
  await ensure();
  const { register } = await import('tsx/esm/api');
  register();
  const { openCrm } = await import('./open-crm.ts');
  process.exitCode = (await openCrm(options)) ? 0 : 1;
});
