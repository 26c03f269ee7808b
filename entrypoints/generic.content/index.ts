import { defineContentScript } from 'wxt/utils/define-content-script';
import { generic } from '../../lib/crm/generic/adapter';
import { publishGeneric } from '../../lib/crm/generic-slot';
import { findReader } from '../../lib/crm/reader-channel';

export default defineContentScript({
  registration: 'runtime',
  main(ctx) {
    publishGeneric(generic);
    // It listens to nothing; with its reader goes what WXT listens to for it.
    findReader()?.ended.addEventListener('abort', () => ctx.abort(), { once: true });
  },
});
