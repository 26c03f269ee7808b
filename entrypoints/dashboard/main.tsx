import { browser } from 'wxt/browser';
import { Dashboard } from '../../components/dashboard/Dashboard';
import { extensionPlatform } from '../../components/hooks/extension-platform';
import { mount } from '../../components/hooks/mount';

const platform = await extensionPlatform({});
mount(<Dashboard />, { platform, uiLanguage: browser.i18n.getUILanguage() });
