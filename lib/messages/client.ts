import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from './protocol';

const silence = () => {};
// The default logger writes every message to the console, which on a CRM page is the page's own.
const logger = { debug: silence, log: silence, warn: silence, error: silence };

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>({ logger });
