import { type Draw, drawFrom } from '../demo/draw';

/** A stream of draws whose first ones differ, too: those of neighbouring seeds begin alike. */
export function drawsOf(seed: number): Draw {
  const draw = drawFrom(seed);
  for (let nth = 0; nth < 32; nth += 1) draw.between(0, 1);
  return draw;
}
