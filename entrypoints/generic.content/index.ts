import { defineContentScript } from 'wxt/utils/define-content-script';
import { generic } from '../../lib/crm/generic/adapter';
import { publishGeneric } from '../../lib/crm/generic-slot';

export default defineContentScript({
  registration: 'runtime',
  main() {
    publishGeneric(generic);
  },
});
