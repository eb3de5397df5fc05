// Plays to the end at once: timers and frames run on a clock of their own, in order, without waiting.
(() => {
  const FRAME = 33;
  const timers = [];
  let now = performance.now();
  let lastId = 0;
  window.setTimeout = (action, wait = 0) => {
    timers.push({ at: now + wait, id: ++lastId, action });
    return lastId;
  };
  window.clearTimeout = (id) => {
    const at = timers.findIndex((timer) => timer.id === id);
    if (at >= 0) {
      timers.splice(at, 1);
    }
  };
  window.requestAnimationFrame = (draw) => setTimeout(() => draw(now), FRAME);
  performance.now = () => now;

  // Nobody looks: thousands of pictures would only fill the memory of the graphics process.
  const pen = new Proxy({}, { get: () => () => pen, set: () => true });
  HTMLCanvasElement.prototype.getContext = (kind) => (kind === '2d' ? pen : null);

  const runNext = () => {
    const next = timers.reduce((a, b) => (b.at < a.at || (b.at === a.at && b.id < a.id) ? b : a));
    timers.splice(timers.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.action();
  };

  /** The share of wins of plays with the seeds from one up to another. */
  window.shareOfWins = (from, to) => {
    let wins = 0;
    for (let seed = from; seed < to; seed++) {
      __qa.reseed(seed);
      timers.length = 0;
      document.getElementById('start').click();
      const decided = __qa.wins;
      __qa.autoplay(false);
      while (__qa.state === 'playing') {
        runNext();
      }
      if ((__qa.state === 'won') !== decided) {
        throw new Error('seed ' + seed + ' was decided to be ' + decided + ', but ' + __qa.state);
      }
      wins += decided ? 1 : 0;
    }
    return wins / (to - from);
  };
})()
