import type { Deal, DealChange, DealValues } from '../../lib/deal/deal';
import { mergeRead } from '../../lib/deal/merge-read';
import { findAxeViolationsInAllLooks } from './axe';
import { expect, test } from './fixtures';

const tenant = 'crm.example.com';
const at = '2026-03-02T10:00:00.000Z';

/** A backup of deals that Ida Krog found and Bo Lind took, some of them under another name of his. */
function aHandedBackup(): string {
  const source = { crm: 'sample', tenant, host: tenant, view: 'all', from: 'page' } as const;
  const dealOf = (id: string, values: DealValues): Deal =>
    mergeRead(undefined, { id, at, values: { name: `Deal ${id}`, outcome: 'open', ...values } }, source).deal;
  const deals: Deal[] = [];
  for (let nth = 0; nth < 12; nth += 1)
    deals.push(
      dealOf(`1${nth}`, {
        owner: nth < 8 ? 'Bo Lind' : 'bo@example.com',
        stage: nth % 2 === 0 ? 'Qualified' : 'Offer',
        qualification: { need: 'a lot', budget: nth % 2 === 0 ? 'yes' : null },
      }),
    );
  for (let nth = 0; nth < 3; nth += 1)
    deals.push(dealOf(`2${nth}`, { owner: 'Ida Krog', createdBy: 'Ida Krog', stage: 'New lead' }));
  deals.push(dealOf('30', { owner: 'Mads Holm', stage: 'Nurturing' }));
  const changes = deals.slice(0, 12).map(({ key, owner }): DealChange => ({
    key,
    field: 'owner',
    from: 'Ida Krog',
    to: String(owner),
    at,
    notBefore: at,
    source: 'history',
  }));
  return JSON.stringify({ stafet: 1, exportedAt: at, tables: { deals, changes } });
}

for (const [locale, colorScheme] of [
  ['en', 'light'],
  ['da', 'dark'],
] as const) {
  test(`roles, stages and hours are set by keyboard and stored (${locale}, ${colorScheme})`, async ({
    launchWithExtension,
  }) => {
    const stafet = await launchWithExtension({ locale, colorScheme });
    const settings = await stafet.open('dashboard.html#/settings?at=process');
    await settings.setViewportSize({ width: 1280, height: 900 });
    const buffer = Buffer.from(aHandedBackup());
    await settings
      .getByTestId('import')
      .setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer });
    const section = settings.locator('[data-section="process"]');
    const person = (name: string) => section.getByTestId('process-person').filter({ hasText: name }).first();
    const stage = (name: string) => section.getByTestId('process-stage').filter({ hasText: name });
    await expect(section.getByTestId('process-person')).toHaveCount(4, { timeout: 30_000 });
    await expect(person('Ida Krog')).toContainText('SDR');
    await expect(stage('Nurturing').locator('button')).toBeVisible();
    await section.screenshot({ path: test.info().outputPath('suggested.png') });
    expect(await stafet.table('process')).toEqual([]);

    // A suggestion each, and the rest at once: all by keyboard.
    await person('Ida Krog').locator('button').last().focus();
    await settings.keyboard.press('Enter');
    await expect(person('Ida Krog').locator('select')).toHaveValue('sdr');
    await section.getByTestId('process-take-roles').focus();
    await settings.keyboard.press('Enter');
    await section.getByTestId('process-take-stages').focus();
    await settings.keyboard.press('Enter');
    await expect(section.getByTestId('process-take-stages')).toHaveCount(0);
    await person('Mads Holm').locator('select').selectOption('manager');

    // bo@example.com is Bo Lind.
    const alias = person('bo@example.com');
    await alias.locator('button[aria-expanded]').focus();
    await settings.keyboard.press('Enter');
    await alias.locator('select').last().selectOption('Bo Lind');
    await expect(section.getByTestId('process-person')).toHaveCount(3);
    await expect(person('Bo Lind')).toContainText('12');

    await section.getByTestId('process-field-budget').fill('2');
    await section.getByTestId('process-field-trigger').fill('');
    await section.getByTestId('process-decide').fill('14');
    await section.getByTestId('process-touch').fill('0');
    await section.getByTestId('process-opens').fill('08:30');
    await section.getByTestId('process-zone').selectOption('Europe/Copenhagen');
    await section.getByTestId('process-holidays').fill('2026-12-24\n25 December');
    await section.getByTestId('process-from').fill('2026-02-01');
    await section.getByTestId('process-save').focus();
    await settings.keyboard.press('Enter');
    await expect(section.getByRole('alert').filter({ hasText: '25 December' })).toBeVisible();
    expect(await stafet.table('process')).toEqual([]);
    expect(await findAxeViolationsInAllLooks(settings)).toEqual([]);

    await section.getByTestId('process-touch').fill('6');
    await section.getByTestId('process-holidays').fill('2026-12-24\n2026-12-25');
    await section.getByTestId('process-save').focus();
    await settings.keyboard.press('Enter');
    await expect(section.getByTestId('process-version')).toHaveCount(1);
    const [rules] = (await stafet.table('process')) as Record<string, unknown>[];
    expect(rules).toEqual({
      from: '2026-02-01',
      people: [
        { name: 'Ida Krog', roles: ['sdr'], aliases: [] },
        { name: 'Bo Lind', roles: ['ae'], aliases: ['bo@example.com'] },
        { name: 'Mads Holm', roles: ['manager'], aliases: [] },
      ],
      stages: [
        { name: 'New lead', role: 'sdr', isQualified: false, isNurture: false },
        { name: 'Nurturing', role: null, isQualified: false, isNurture: true },
        { name: 'Qualified', role: 'ae', isQualified: true, isNurture: false },
      ],
      fields: [
        { id: 'authority', weight: 1 },
        { id: 'need', weight: 1 },
        { id: 'urgency', weight: 1 },
        { id: 'money', weight: 1 },
        { id: 'nextStep', weight: 1 },
        { id: 'contact', weight: 1 },
        { id: 'budget', weight: 2 },
      ],
      decideWithinDays: 14,
      touchWithinHours: 6,
      calendar: {
        timeZone: 'Europe/Copenhagen',
        weekdays: [1, 2, 3, 4, 5],
        from: '08:30',
        to: '17:00',
        holidays: ['2026-12-24', '2026-12-25'],
      },
    });

    // Another day is another version; it is removed after a question.
    await section.getByTestId('process-decide').fill('10');
    await section.getByTestId('process-save').click();
    await expect(section.getByTestId('process-version')).toHaveCount(2);
    for (const width of [1280, 420]) {
      await settings.setViewportSize({ width, height: 900 });
      await expect
        .poll(() => settings.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(width);
      await section.screenshot({ path: test.info().outputPath(`process-${width}.png`) });
    }
    await section.getByTestId('process-version').first().locator('button').last().click();
    await settings.getByTestId('process-remove').click();
    await expect(section.getByTestId('process-version')).toHaveCount(1);
    expect(await stafet.table('process')).toEqual([rules]);
  });
}
