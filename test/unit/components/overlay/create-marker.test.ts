import '../browser-in-english';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMarker, type Marker } from '../../../../components/overlay/create-marker';
import type { DealFace } from '../../../../components/overlay/deal-face';

const face: DealFace = {
  kind: 'chance',
  chance: 0.5,
  text: '50%',
  label: 'Roof: 50%',
  isUnbound: false,
  hasProblem: false,
};

let marker: Marker;
let root: ShadowRoot | undefined;
const attach = Element.prototype.attachShadow;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  const spy = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (
    this: Element,
    options,
  ) {
    return (root = attach.call(this, options));
  });
  marker = createMarker(document, {
    name: ['data-stafet-deal', 'demo|shop|1'],
    face,
    why: () => {
      throw new Error('Nobody has asked.');
    },
    onMove: () => {},
  });
  spy.mockRestore();
});
afterEach(() => {
  marker.destroy();
  vi.unstubAllGlobals();
});

const style = (name: string): string => marker.host.style.getPropertyValue(name);

describe('a marker', () => {
  it('that is ready stands out of sight, drawn, and is hidden by no tidying up', () => {
    marker.standBy(false);
    expect(style('translate')).toBe('-2500px 0px');
    expect(style('visibility')).toBe('visible');
    expect(root?.textContent ?? root?.innerHTML).toBeDefined();
    expect(marker.settle(), 'nothing to hide').toBe(false);
    expect(style('visibility')).toBe('visible');
  });

  it('that was ready is only moved to be shown', () => {
    marker.standBy(false);
    const drawn = root?.innerHTML;
    expect(drawn).toContain('50%');
    const before = style('visibility');
    marker.show(200, 40, false);
    expect(style('translate')).toBe('200px 40px');
    expect(style('visibility')).toBe(before);
    expect(root?.innerHTML).toBe(drawn);
  });

  it('is made ready in the size in which it will be shown', () => {
    marker.standBy(true);
    const drawn = root?.innerHTML;
    marker.show(200, 40, true);
    expect(root?.innerHTML).toBe(drawn);
    expect(drawn).not.toContain('data-said');
  });

  it('that was taken out of sight is hidden from everybody in due course', () => {
    marker.show(200, 40, false);
    marker.hide();
    expect(style('translate')).toBe('-2500px 0px');
    expect(style('visibility'), 'in the frame itself it is only moved').toBe('visible');
    expect(marker.settle()).toBe(true);
    expect(style('visibility')).toBe('hidden');
    marker.standBy(false);
    expect(style('visibility'), 'a row may come in').toBe('visible');
  });
});
