import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addLayer, type Layer } from '../../../../components/overlay/layer';

let root: ShadowRoot | undefined;
let layer: Layer | undefined;
let off: AbortController;
const attach = Element.prototype.attachShadow;

beforeEach(() => {
  // The document of the tests calls every element defined.
  vi.spyOn(Element.prototype, 'matches').mockReturnValue(false);
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    return (root = attach.call(this, options));
  });
  off = new AbortController();
  layer = addLayer(document, off.signal);
});
afterEach(() => {
  off.abort();
  vi.restoreAllMocks();
});

describe('the layer', () => {
  it('carries markers, and not the pill', () => {
    const carriage = root?.querySelector<HTMLElement>('.carriage');
    expect(carriage?.querySelector('slot:not([name])')).not.toBeNull();
    expect(root?.querySelector('slot[name=pill]')?.parentNode).toBe(root);
    layer?.carry(3, -470);
    expect(carriage?.style.getPropertyValue('translate')).toBe('3px -470px');
    expect(layer?.element.getAttribute('style')).toBeNull();
  });
});
