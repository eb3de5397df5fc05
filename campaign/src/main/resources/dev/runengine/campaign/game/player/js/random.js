'use strict';
/** Seeded chance: the same seed plays the same game. */
Game.random = {
  /** mulberry32: numbers in [0, 1) from a 32-bit seed. */
  generator(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  },

  /** Whether a play wins. The only place where that is decided; every game shows this decision. */
  decideWin(next, probability) {
    return next() < probability;
  },

  /** The seed asked for by ?seed=n, else one nobody can foresee. */
  seed(query) {
    const asked = Number.parseInt(query.get('seed') ?? '', 10);
    return Number.isNaN(asked) ? crypto.getRandomValues(new Uint32Array(1))[0] : asked >>> 0;
  },

  pick(next, choices) {
    return choices[Math.floor(next() * choices.length)];
  },

  /** A shuffled copy (Fisher-Yates). */
  shuffle(next, items) {
    const copy = items.slice();
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  },
};
