'use strict';
/**
 * For automated play, under ?qa=1 only: what state the game is in and what a player would do next.
 *
 *   __qa.state      loading, intro, playing, won, lost
 *   __qa.wins       what this play has been decided to be
 *   __qa.hint(fail) {tap: {x, y}} | {drag: [{x, y}, ...]} | {move: {x, y}} | {wait: true}, in CSS pixels; the gesture of a
 *                   perfect player, or of one who fails where failing is possible
 *   __qa.reseed(n)  back to the intro, as if the page had been opened with ?seed=n
 *   __qa.autoplay(fail)  makes those gestures with pointer events until the play is over; resolves with the state
 */
Game.qa = function qa(view) {
  const centre = (element) => {
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  const hint = (fail) => {
    if (view.state() === 'intro') {
      return { tap: centre(Game.elements.byId('start')) };
    }
    const wanted = view.state() === 'playing' ? view.stage().hint?.(Boolean(fail)) : undefined;
    return wanted?.tap ? { tap: centre(wanted.tap) } : wanted ?? { wait: true };
  };

  const pointer = (type, { x, y }) => {
    const target = document.elementFromPoint(x, y) ?? document.body;
    const options = { bubbles: true, clientX: x, clientY: y, pointerId: 1, isPrimary: true, buttons: type === 'pointerup' ? 0 : 1 };
    target.dispatchEvent(new PointerEvent(type, options));
    return target;
  };

  const act = (gesture) => {
    if (gesture.tap) {
      pointer('pointerdown', gesture.tap);
      pointer('pointerup', gesture.tap).closest('button')?.click();
    } else if (gesture.drag) {
      pointer('pointerdown', gesture.drag[0]);
      gesture.drag.forEach((point) => pointer('pointermove', point));
      pointer('pointerup', gesture.drag.at(-1));
    } else if (gesture.move) {
      pointer('pointermove', gesture.move);
    }
  };

  const autoplay = (fail) =>
    new Promise((resolve) => {
      const step = () => {
        if (view.state() === 'won' || view.state() === 'lost') {
          resolve(view.state());
          return;
        }
        act(hint(fail));
        setTimeout(step, 16);
      };
      step();
    });

  return {
    get state() { return view.state(); },
    get wins() { return view.stage()?.wins; },
    get problems() { return Game.problems; },
    get prizeTriangles() { return Game.prize.triangles; },
    get sounds() { return Game.sound.durations; },
    hint,
    reseed: view.reseed,
    autoplay,
  };
};
