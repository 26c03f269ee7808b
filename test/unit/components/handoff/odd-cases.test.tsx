import { handle, render, text } from '../render';
import { expect, it } from 'vitest';
import { OddCases } from '../../../../components/handoff/OddCases';
import { fakePlatform } from '../fake-platform';

it.each([
  'No SDR is named',
  'No history tells when',
  'Somebody has no role, or was deleted',
  'The AE made the deal',
  'One AE gives the deal to another',
  'Somebody is SDR and AE',
  'Clocks differ',
  'the time between two reads',
])('the dashboard says what comes of it where: %s', (start) => {
  expect(text(handle(render(<OddCases />, fakePlatform()), 'odd-cases'))).toContain(start);
});
