import { describe, expect, test } from 'vitest';
import { isNotBuilt, readManifest } from './built';

const HOSTS = ['https://*/*', 'http://*/*'];
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src https://*.my.salesforce.com; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value);

describe.skipIf(isNotBuilt('chrome-mv3'))('the Chrome build', () => {
  const manifest = () => readManifest('chrome-mv3');

  test('asks for these permissions and no others', () => {
    const wanted = ['activeTab', 'alarms', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'];
    expect(sorted(manifest()['permissions'])).toEqual(wanted);
    expect(manifest()['optional_permissions']).toEqual(['cookies']);
  });

  test('requires no host, and may ask for any', () => {
    expect(manifest()['host_permissions'] ?? []).toEqual([]);
    expect(manifest()['optional_host_permissions']).toEqual(HOSTS);
  });

  test('runs in no page before a site is granted', () => {
    expect(manifest()['content_scripts'] ?? []).toEqual([]);
  });

  test('shows nothing of itself to pages, and takes no messages from them', () => {
    expect(manifest()['web_accessible_resources'] ?? []).toEqual([]);
    expect(manifest()).not.toHaveProperty('externally_connectable');
  });

  test('closes the network, but for the interface of one CRM that its pages cannot ask', () => {
    expect(manifest()['content_security_policy']).toEqual({ extension_pages: POLICY });
  });

  test('stays out of private windows and of browsers that are too old', () => {
    expect(manifest()).toMatchObject({
      manifest_version: 3,
      incognito: 'not_allowed',
      minimum_chrome_version: '144',
    });
  });

  test('is named and described in the user’s language', () => {
    expect(manifest()).toMatchObject({
      default_locale: 'en',
      name: '__MSG_extensionName__',
      description: '__MSG_extensionDescription__',
    });
  });
});

describe.skipIf(isNotBuilt('firefox-mv3'))('the Firefox build', () => {
  const manifest = () => readManifest('firefox-mv3');

  test('is of version 3 and keeps the optional hosts, which a build of version 2 drops in silence', () => {
    expect(manifest()).toMatchObject({ manifest_version: 3, optional_host_permissions: HOSTS });
    expect(manifest()['host_permissions'] ?? []).toEqual([]);
  });

  test('asks for these permissions and no others', () => {
    const wanted = ['activeTab', 'alarms', 'scripting', 'storage', 'unlimitedStorage'];
    expect(sorted(manifest()['permissions'])).toEqual(wanted);
  });

  test('says that no data is collected', () => {
    expect(manifest()).toMatchObject({
      browser_specific_settings: { gecko: { data_collection_permissions: { required: ['none'] } } },
    });
  });

  test('runs in no page before a site is granted, and shows pages nothing of itself', () => {
    expect(manifest()['content_scripts'] ?? []).toEqual([]);
    expect(manifest()['web_accessible_resources'] ?? []).toEqual([]);
    expect(manifest()['content_security_policy']).toEqual({ extension_pages: POLICY });
  });
});
