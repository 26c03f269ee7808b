import { browser } from 'wxt/browser';
import { extensionPlatform } from '../../components/hooks/extension-platform';
import { mount } from '../../components/hooks/mount';
import { Popup } from '../../components/popup/Popup';

// `?tab=ID`: speak about that tab instead of the active one.
const tab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
const platform = await extensionPlatform(Number.isInteger(tab) ? { tabId: tab } : {});
mount(<Popup />, { platform, uiLanguage: browser.i18n.getUILanguage() });
