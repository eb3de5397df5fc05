'use strict';
/**
 * What a game of a template gets to work with, for one play. Times are in milliseconds of the game's own time, which runs
 * faster under ?qa=1. Everything a play started ends with it.
 */
Game.stage = function stage({ wins, next, pace, onEnd }) {
  const aborter = new AbortController();
  const timers = new Set();
  let ended = false;

  const end = (won) => {
    if (!ended) {
      ended = true;
      aborter.abort();
      timers.forEach(clearTimeout);
      onEnd(won);
    }
  };

  const stage = {
    field: Game.elements.byId('field'),
    controls: Game.elements.byId('controls'),
    mechanics: GAME_CONFIG.mechanics,
    motifs: GAME_CONFIG.visuals.motifs,
    copy: GAME_CONFIG.copy,
    calm: matchMedia('(prefers-reduced-motion: reduce)').matches,
    signal: aborter.signal,
    wins,
    next,
    pace,
    cue: Game.sound.cue,

    after(milliseconds, action) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        action();
      }, milliseconds * pace);
      timers.add(timer);
    },

    /** Calls back on every frame with the progress, 0 to 1, then once when done. */
    animate(milliseconds, frame, done) {
      const started = performance.now();
      const length = Math.max(1, milliseconds * pace);
      const tick = (now) => {
        if (ended) {
          return;
        }
        const progress = Math.min(1, Math.max(0, (now - started) / length));
        frame(progress);
        if (progress < 1) {
          requestAnimationFrame(tick);
        } else {
          done();
        }
      };
      requestAnimationFrame(tick);
    },

    /** A game of chance has shown its decision. */
    finish: () => end(wins),

    /** A game of skill is over: who fails has lost; who succeeds opens the box that holds the decision. */
    challengeOver(succeeded) {
      if (succeeded) {
        Game.mysteryBox(stage);
      } else {
        end(false);
      }
    },

    clear() {
      stage.field.replaceChildren();
      stage.controls.replaceChildren();
    },

    leave: () => {
      ended = true;
      aborter.abort();
      timers.forEach(clearTimeout);
    },
  };
  return stage;
};
