'use strict';
/** Motifs fall, a basket catches them: enough of them in time opens the mystery box. */
Game.templates.catch_game = function catchGame(stage) {
  const { target, duration_ms: duration, fall_ms: fall, spawn_ms: spawn, basket_share: basketShare, symbols } = stage.mechanics;
  // Faster than this, no hand (and no machine that sends real pointer events) can follow.
  const pace = Math.max(stage.pace, 0.3);
  const sky = Game.elements.make('div', 'sky');
  const basket = Game.elements.make('div', 'basket');
  const score = Game.elements.figure(symbols[0]);
  const clock = Game.elements.figure('clock');
  const keys = new Set();
  const items = [];
  const state = { caught: 0, basket: 0.5, sinceSpawn: spawn, elapsed: 0, over: false };

  basket.style.width = basketShare * 100 + '%';
  sky.append(basket);
  sky.tabIndex = 0;
  sky.setAttribute('role', 'application');
  sky.setAttribute('aria-label', stage.copy.instruction);
  stage.field.append(sky);
  stage.controls.append(score.status, clock.status);
  sky.focus({ preventScroll: true });
  listen();
  count();
  let last = performance.now();
  // Of the game's time, until a player that is a machine looks again: a slow one must not lose for being slow.
  let patience = stage.pace < 1 ? 0 : Infinity;
  requestAnimationFrame(frame);
  stage.hint = (fail) => {
    patience = 200;
    return state.over ? { wait: true } : { move: fail ? corner() : below() };
  };

  function listen() {
    const options = { signal: stage.signal };
    const follow = (event) => {
      const box = sky.getBoundingClientRect();
      state.basket = clamp((event.clientX - box.x) / box.width);
    };
    addEventListener('pointermove', follow, options);
    addEventListener('pointerdown', follow, options);
    addEventListener('keydown', (event) => keys.add(event.key), options);
    addEventListener('keyup', (event) => keys.delete(event.key), options);
  }

  function frame(now) {
    if (state.over || stage.signal.aborted) {
      return;
    }
    // A page that was hidden must not find the game over when it comes back.
    const passed = Math.min(Math.min(100, now - last) / pace, patience);
    last = now;
    patience -= passed;
    advance(passed);
    draw();
    if (state.caught >= target) {
      end(true);
    } else if (state.elapsed >= duration) {
      end(false);
    } else {
      requestAnimationFrame(frame);
    }
  }

  function advance(passed) {
    const steer = (keys.has('ArrowRight') ? 1 : 0) - (keys.has('ArrowLeft') ? 1 : 0);
    state.basket = clamp(state.basket + (steer * passed) / 900);
    state.elapsed += passed;
    state.sinceSpawn += passed;
    if (state.sinceSpawn >= spawn) {
      state.sinceSpawn -= spawn;
      drop();
    }
    for (const item of items.slice()) {
      item.y += passed / fall;
      if (item.y >= 0.86 && item.y < 0.97 && Math.abs(item.x - state.basket) < basketShare / 2 + 0.03) {
        state.caught++;
        stage.cue('catch');
        cheer();
        remove(item);
      } else if (item.y > 1.1) {
        remove(item);
      }
    }
  }

  /** The basket hops, unless who plays wants no motion. */
  function cheer() {
    if (!stage.calm) {
      basket.animate({ scale: ['1', '1.14 0.9', '1'] }, 220);
    }
  }

  function drop() {
    const node = Game.elements.make('div', 'item');
    node.append(Game.icons.svg(Game.random.pick(stage.next, symbols)));
    sky.append(node);
    // Neighbours are within reach of each other, so that nobody loses by the luck of the drop.
    const before = items.at(-1)?.x ?? 0.5;
    items.push({ node, y: -0.1, x: Math.min(0.92, Math.max(0.08, before + (stage.next() - 0.5) * 0.9)) });
  }

  function remove(item) {
    item.node.remove();
    items.splice(items.indexOf(item), 1);
  }

  function draw() {
    basket.style.transform = `translateX(${state.basket * sky.clientWidth}px)`;
    items.forEach((item) => {
      item.node.style.transform = `translate(${item.x * sky.clientWidth}px, ${item.y * sky.clientHeight}px)`;
    });
    count();
  }

  function count() {
    const seconds = Math.max(0, Math.ceil((duration - state.elapsed) / 1000));
    score.show(`${state.caught} / ${target}`);
    if (clock.show(`${seconds} s`) && seconds <= 3) {
      stage.cue('countdown');
    }
  }

  function end(succeeded) {
    state.over = true;
    stage.after(500, () => stage.challengeOver(succeeded));
  }

  function clamp(share) {
    return Math.min(1 - basketShare / 2, Math.max(basketShare / 2, share));
  }

  function at(share) {
    const box = sky.getBoundingClientRect();
    return { x: box.x + share * box.width, y: box.y + 0.9 * box.height };
  }

  function below() {
    const lowest = items.filter((item) => item.y < 0.95).sort((a, b) => b.y - a.y)[0];
    return at(lowest ? lowest.x : 0.5);
  }

  /** Where the basket catches least: the end of the field that the next motif does not fall to. */
  function corner() {
    const lowest = items.filter((item) => item.y < 0.97).sort((a, b) => b.y - a.y)[0];
    return at((lowest?.x ?? 0) < 0.5 ? 1 : 0);
  }
};
