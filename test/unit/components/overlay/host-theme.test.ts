import { describe, expect, it } from 'vitest';
import { hostTheme, lightness } from '../../../../components/overlay/host-theme';

describe('lightness', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(255, 255, 255, 0.9)', 1],
    ['oklch(0.25 0.03 260)', 0.25],
    ['lab(30 2 4)', 0.3],
    ['color(srgb 1 1 1)', 1],
  ])('of %s is %d', (colour, expected) => {
    expect(lightness(colour)).toBeCloseTo(expected, 3);
  });

  it.each(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0.2)', 'transparent', 'canvas', ''])(
    'says nothing of %s',
    (colour) => {
      expect(lightness(colour)).toBeUndefined();
    },
  );
});

describe('hostTheme', () => {
  it('follows the first colour behind an element that is not see-through', () => {
    document.body.style.backgroundColor = 'rgb(255, 255, 255)';
    const panel = document.createElement('div');
    panel.style.backgroundColor = 'rgb(31, 33, 36)';
    const row = document.createElement('p');
    row.style.backgroundColor = 'rgba(0, 0, 0, 0)';
    panel.append(row);
    document.body.append(panel);
    expect(hostTheme(row, window)).toBe('dark');
    expect(hostTheme(document.body, window)).toBe('light');
  });
});
