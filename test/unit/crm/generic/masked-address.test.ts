import { expect, test } from 'vitest';
import { maskedAddress } from '../../../../lib/crm/generic/masked-address';

const words = ['deals', 'pipeline', 'user', 'everyone', 'web', 'model', 'lead', 'view', 'form'];

test.each([
  ['https://nordkaj.example.com/pipeline/17/user/everyone', 'https://*/pipeline/*/user/everyone'],
  [
    'https://nordkaj.example.com/deals/harbour-cranes?search=Harbour&view=form',
    'https://*/deals/*?*=*&view=form',
  ],
  ['https://nordkaj.example.com/web#id=42&model=lead&view=form', 'https://*/web#*=*&model=lead&view=form'],
  ['https://nordkaj.example.com/web#/deals/Nordkaj%20Logistik', 'https://*/web#/deals/*'],
  ['https://nordkaj.example.com/web?Nordkaj%20A%2FS=1&view=Birte', 'https://*/web?*=*&view=*'],
  ['https://nordkaj.example.com/', 'https://*/'],
])('of the address %s no name and no id stays', (address, masked) => {
  expect(maskedAddress(new URL(address), words)).toBe(masked);
});
