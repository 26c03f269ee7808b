// @ts-check
// What somebody does on a long list, and what the page itself does meanwhile; played the same with and without the extension.

/** Steps in turn, each with the milliseconds that it takes. */
const STEPS = /** @type {const} */ ([
  ['scroll', 1200],
  ['rest', 500],
  ['revise', 500],
  ['scroll', 900],
  ['sort', 800],
  ['revise', 150],
  ['revise', 150],
  ['revise', 600],
  ['jump', 700],
  ['replace', 900],
]);

/**
 * Plays the steps over and over.
 * @param {import('./table.js').List} list @param {number} seconds
 */
export async function play(list, seconds) {
  const until = performance.now() + seconds * 1000;
  let turn = 0;
  while (performance.now() < until) {
    const [step, ms] = STEPS[turn % STEPS.length];
    if (step === 'scroll')
      await scroll(list.scroller(), { ms, by: Math.floor(turn / STEPS.length) % 2 === 0 ? 47 : -47 });
    else {
      if (step === 'jump') list.scroller().scrollTop = ((turn * 7919) % 97) * 400;
      else if (step !== 'rest') await render(() => act(list, step));
      await pause(ms);
    }
    turn += 1;
  }
  return turn;
}

/**
 * Draws so many times and tells how long each frame took in which it drew: the page's own script, layout and paint, and
 * whatever anybody else does in that frame.
 * @param {import('./table.js').List} list @param {'revise' | 'sort' | 'replace'} step
 * @param {{ times: number, pauseMs: number }} how
 */
export async function measure(list, step, { times, pauseMs }) {
  const taken = [];
  for (let n = 0; n < times; n += 1) {
    taken.push(await render(() => act(list, step)));
    await pause(pauseMs);
  }
  return taken;
}

/** @param {import('./table.js').List} list @param {'revise' | 'sort' | 'replace'} step */
function act(list, step) {
  if (step === 'revise') list.revise(40);
  else if (step === 'sort') list.sort(7);
  else list.replace();
}

/**
 * @param {() => void} draw
 * @returns {Promise<number>} milliseconds from the drawing to the end of its frame
 */
function render(draw) {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      performance.mark('long:render');
      draw();
      // A message comes after the frame: layout and paint belong to the task that draws.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now() - start);
      port2.postMessage(undefined);
    });
  });
}

/** @param {HTMLElement} scroller @param {{ ms: number, by: number }} how */
function scroll(scroller, { ms, by }) {
  const until = performance.now() + ms;
  return new Promise((/** @type {(value: void) => void} */ done) => {
    const step = () => {
      performance.mark('long:scroll');
      scroller.scrollTop += by;
      if (performance.now() < until) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
