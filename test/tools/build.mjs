// `npm run build` and `npm run build:firefox`. STAFET_HOSTS pre-grants hosts, see wxt.config.ts.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ensure } from './ensure.mjs';
import { ROOT, Sorry, main, runTool, say } from './run.mjs';

/**
 * Builds the extension for one browser (`chrome` or `firefox`, both Manifest V3) and returns its folder.
 * `hosts` are match patterns the build may read without asking; `out` is a folder in the project. Without `guards` the
 * build is good for comparison alone: what happens to its store is not made good.
 */
export async function build(
  browser,
  { hosts = process.env.STAFET_HOSTS ?? '', out = '.output', guards = true } = {},
) {
  const { code, output } = await runTool('wxt', ['build', '--browser', browser, '--mv3'], {
    env: { STAFET_HOSTS: hosts, STAFET_OUT: out, STAFET_GUARDS: guards ? 'on' : 'off' },
  });
  if (code !== 0) throw new Sorry(`${output}\nThe ${browser} build failed.`);
  return join(ROOT, out, `${browser}-mv3`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const browser = process.argv[2] ?? 'chrome';
    if (browser !== 'chrome' && browser !== 'firefox') throw new Sorry(`There is no build for ${browser}.`);
    await ensure({ browser: false });
    say(`Building for ${browser} …`);
    say(`Built: ${await build(browser)}`);
  });
}
