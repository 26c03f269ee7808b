import 'temporal-polyfill/global';
import type { Page } from '@playwright/test';
import type { FrozenForecast } from '../../lib/forecast/record/frozen-forecast';
import { pastInMaking } from '../../lib/forecast/record/past-in-making';
import { pastOfDeal } from '../../lib/forecast/record/past-of-deal';
import { recordOfPast } from '../../lib/forecast/record/record-of-past';
import type { KindRecord, TrackRecord } from '../../lib/forecast/record/track-record';
import { generateCompany } from '../tools/backtest/generate-company';
import { SHAPES } from '../tools/backtest/shapes';
import { findAxeViolationsInAllLooks } from './axe';
import { backupOfCompany, type CompanyBackup } from './backup-of-company';
import { expect, test } from './fixtures';

const fiscal = { period: 'quarter', yearStartMonth: 1 } as const;

/** Two years of a company whose quarters end strongly. */
function company(today: string): CompanyBackup {
  const shape = SHAPES.find(({ name }) => name === 'quarter ends');
  if (shape === undefined) throw new Error('no shape');
  return backupOfCompany(generateCompany({ ...shape, days: 760, newPerDay: 1.5 }), today);
}

/** What the pure core says of the same rows. */
function recordOf(
  { deals, changes, stages }: CompanyBackup,
  today: string,
  frozen: readonly FrozenForecast[],
): TrackRecord {
  const making = pastInMaking(
    stages.map(({ stage, order, probability }) => ({ id: stage, order, probability })),
  );
  const convert = (minor: number) => minor;
  for (const deal of deals) {
    const own = changes.filter(({ key }) => key === deal.key);
    const past = pastOfDeal(deal, own, { today, convert, rule: { kind: 'all' } });
    if (past !== undefined) making.add(past);
  }
  const asked = { today, scope: 'all', currency: 'EUR', fiscal, frozen, targetOf: () => undefined };
  const steps = recordOfPast(making.result(), asked);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function measured(record: KindRecord): Extract<KindRecord, { kind: 'measured' }> {
  if (record.kind !== 'measured') throw new Error(`only ${record.have} periods`);
  return record;
}

/** Runs in a page of the extension: writes a row as the daily freeze does. */
async function putRow(row: object): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('stafet');
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction('snapshots', 'readwrite');
  transaction.objectStore('snapshots').put(row);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

async function numberOf(page: Page, handle: string, name: string): Promise<number> {
  return Number(await page.getByTestId(handle).getAttribute(`data-${name}`));
}

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['da', 'dark'],
] as const) {
  test(`the track record of two years is what the pure core says of them (${locale}, ${colorScheme})`, async ({
    launchWithExtension,
  }) => {
    test.setTimeout(180_000);
    const stafet = await launchWithExtension({ locale, colorScheme });
    const settings = await stafet.open('dashboard.html#/settings');
    const today = await settings.evaluate(() => Temporal.Now.plainDateISO().toString());
    const backup = company(today);
    const text = JSON.stringify({ stafet: 1, tables: backup });
    await settings
      .getByTestId('import')
      .setInputFiles({ name: 'stafet.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(settings.getByTestId('import-done')).toBeVisible({ timeout: 60_000 });
    await settings.close();

    const plain = recordOf(backup, today, []);
    const quarter = measured(plain.quarters).forecasts.findLast(({ share }) => share === 0.5);
    if (quarter === undefined) throw new Error('no quarter');
    const { asOf, start, end, p10, p50, mean, p90, baselines } = quarter;
    const frozen: FrozenForecast = {
      scope: 'all',
      period: `${start}/${end}`,
      currency: 'EUR',
      start,
      end,
      p10,
      mean,
      p90,
      baselines,
      takenOn: Temporal.PlainDate.from(asOf).subtract({ days: 2 }).toString(),
      p50: p50 + 100,
      pHit: 0.4,
      targetMinor: p90,
      wonMinor: 0,
      openMinor: 0,
      openDeals: 0,
      inputsDigest: '0'.repeat(16),
      madeBy: 'frozen',
      version: 1,
    };
    const dashboard = await stafet.open('dashboard.html#/forecast');
    await dashboard.evaluate(putRow, frozen);
    await dashboard.reload();
    await expect(dashboard.getByTestId('record-error')).toBeVisible({ timeout: 120_000 });

    const expected = recordOf(backup, today, [frozen]);
    const { quarters, months } = { quarters: measured(expected.quarters), months: measured(expected.months) };
    expect(expected.frozen).toBe(1);
    for (const [kind, own] of [
      ['quarters', quarters],
      ['months', months],
    ] as const) {
      await dashboard.getByTestId(`record-${kind}`).click();
      const { runRate } = own.all.baselines;
      expect(await numberOf(dashboard, 'record-error', 'error')).toBeCloseTo(own.all.error.value, 12);
      expect(await numberOf(dashboard, 'record-error', 'periods')).toBe(own.all.periods);
      expect(await numberOf(dashboard, 'record-inside', 'inside')).toBeCloseTo(own.all.inside.value, 12);
      expect(await numberOf(dashboard, 'record-bias', 'bias')).toBeCloseTo(own.all.bias.value, 12);
      expect(await numberOf(dashboard, 'record-reliability', 'brier')).toBeCloseTo(
        own.all.brier?.value ?? NaN,
        12,
      );
      if (runRate.kind !== 'scored' || typeof runRate.skill === 'string') throw new Error('no skill');
      expect(await numberOf(dashboard, 'record-skill', 'skill')).toBeCloseTo(runRate.skill.value, 12);
      for (const way of ['lastPeriod', 'stageWeights', 'commit'] as const) {
        const score = own.all.baselines[way];
        const row = dashboard.locator(`[data-testid="record-baselines"] tr[data-way="${way}"]`);
        if (score.kind !== 'scored') throw new Error(`${way} is absent`);
        expect(Number(await row.getAttribute('data-error'))).toBeCloseTo(score.error, 12);
      }
    }
    // Months: 24, those of two years; quarters and the meter beside them.
    expect(months.all.periods).toBeGreaterThanOrEqual(22);
    await expect(dashboard.locator('[data-testid="record-landed"] canvas')).toBeVisible();
    expect(await findAxeViolationsInAllLooks(dashboard)).toEqual([]);
    await dashboard
      .getByTestId('track-record')
      .screenshot({ path: test.info().outputPath('record-months.png') });
    await dashboard.getByTestId('record-quarters').click();
    await expect(dashboard.getByTestId('record-made')).toContainText('1');
    await dashboard
      .getByTestId('track-record')
      .screenshot({ path: test.info().outputPath('record-quarters.png') });

    // The forecast of today is frozen: of the present period and of the next.
    await expect
      .poll(async () => (await stafet.table<FrozenForecast>('snapshots')).map(({ takenOn }) => takenOn))
      .toEqual([frozen.takenOn, today, today]);

    // Every chart has its table, and the row that was frozen says so.
    for (const name of ['record-landed', 'record-by-share', 'record-reliability']) {
      const asTable = dashboard.locator(`[data-testid="${name}"] button[aria-pressed="false"]`).last();
      await asTable.focus();
      await dashboard.keyboard.press('Enter');
      await expect(dashboard.getByTestId(`${name}-table`)).toBeVisible();
    }
    const row = dashboard.locator(`[data-testid="record-landed-table"] tr[data-start="${start}"]`);
    await expect(row).toHaveAttribute('data-p50', String(p50 + 100));
    await expect(row).toHaveAttribute('data-landed', String(quarter.landedMinor));
    await expect(row).toContainText(locale === 'en' ? 'frozen on the day' : 'låst på dagen');
    expect(await findAxeViolationsInAllLooks(dashboard)).toEqual([]);
    await dashboard
      .getByTestId('track-record')
      .screenshot({ path: test.info().outputPath('record-tables.png') });

    for (const width of [1280, 760]) {
      await dashboard.setViewportSize({ width, height: 900 });
      // Charts follow the window a moment later.
      await expect
        .poll(() => dashboard.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(width);
    }
    await dashboard.getByTestId('record-months').click();
    await dashboard
      .getByTestId('track-record')
      .screenshot({ path: test.info().outputPath('record-narrow.png') });
  });
}
