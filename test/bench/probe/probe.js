// Runs before a measured popup's own scripts, the same in every one. It waits until won, open and weighted stand in the
// document, and until the browser has presented each of them (Element Timing), and says in the page's title when that
// was: a title can be read without attaching a debugger, which would slow the page down.
(() => {
  const figures = ['won', 'open', 'weighted'];
  const inDocument = new Set();
  const painted = {};

  const find = (name) => {
    const part = document.querySelector(`[data-testid="${name}"]`);
    const isThere = part !== null && part.dataset.minor !== undefined && /\d/.test(part.textContent);
    return isThere ? part : undefined;
  };

  const mutations = new MutationObserver(() => {
    for (const name of figures) {
      const part = inDocument.has(name) ? undefined : find(name);
      if (part === undefined) continue;
      inDocument.add(name);
      // The browser times the text of a block as one: whichever of these boxes that is, and of however many figures.
      for (let box = part; box !== null && box !== document.body; box = box.parentElement)
        box.setAttribute('elementtiming', `${box.getAttribute('elementtiming') ?? ''} ${name}`);
    }
    if (inDocument.size === figures.length) mutations.disconnect();
  });
  mutations.observe(document, { subtree: true, childList: true, characterData: true });

  const timings = new PerformanceObserver((list) => {
    for (const { identifier, renderTime } of list.getEntries())
      for (const name of identifier.trim().split(' ')) painted[name] ??= renderTime;
    if (figures.some((name) => painted[name] === undefined)) return;
    timings.disconnect();
    const minor = figures.map((name) => Number(find(name)?.dataset.minor));
    const paintedMs = Math.max(...figures.map((name) => painted[name]));
    document.title = `stafet-bench ${JSON.stringify({ paintedMs, minor })}`;
  });
  timings.observe({ type: 'element', buffered: true });
})();
