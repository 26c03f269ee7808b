import { controlExtension } from './extension';
import { expect, test } from './fixtures';
import { launch, serviceWorker } from './launch';

test('a request to elsewhere is seen, from a page and from the service worker, and reaches nobody', async ({
  demo,
}) => {
  const browser = await launch();
  try {
    browser.outbound.allow(demo.url);
    const page = await browser.context.newPage();
    await page.goto(demo.url);
    // Not from the sample CRM itself: its own policy would stop it before the browser tries.
    await page.goto('data:text/html,<title>elsewhere</title>');
    await page.evaluate(() => fetch('https://stats.example.com/page').catch(() => undefined));
    const worker = await serviceWorker(browser.context);
    await worker.evaluate(() => fetch('https://stats.example.com/worker').catch(() => undefined));
    const strangers = browser.outbound.strangers();
    expect(strangers).toContain('https://stats.example.com/page');
    expect(strangers.filter((request) => !request.includes('stats.example.com'))).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('the pages of the extension cannot reach the network at all', async ({ launchWithExtension, demo }) => {
  const stafet = await launchWithExtension({ hosts: [`${demo.url}/*`] });
  stafet.errors.tolerate(/Content Security Policy|Failed to load|Refused to connect/i);
  const popup = await stafet.open('popup.html');
  const reached = await popup.evaluate(
    (url) =>
      fetch(url)
        .then(() => true)
        .catch(() => false),
    `${demo.url}/api/deals`,
  );
  expect(reached).toBe(false);
});

test('answering the prompt grants nothing by itself; granting and revoking are heard', async ({ demo }) => {
  const browser = await launch();
  try {
    const stafet = controlExtension(browser);
    const origins = async (): Promise<readonly string[]> => {
      const page = await stafet.open('manifest.json');
      const granted = await page.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
      await page.close();
      return granted;
    };
    await stafet.answerPrompt(demo.url);
    expect(await origins()).toEqual([]);
    await stafet.grantHost(demo.url);
    expect(await origins()).toEqual([`${demo.url}/*`]);
    await stafet.revokeHost(demo.url);
    expect(await origins()).toEqual([]);
  } finally {
    await browser.close();
  }
});
