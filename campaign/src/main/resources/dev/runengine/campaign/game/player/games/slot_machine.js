'use strict';
/** Three reels that stop one after the other. Three alike win; the decision sets what they stop at. */
Game.templates.slot_machine = function slotMachine(stage) {
  const { symbols, reels: reelCount, spin_ms: spinTime, stop_gap_ms: stopGap } = stage.mechanics;
  const STRIP = 24;
  const machine = Game.elements.make('div', 'machine');
  const strips = Array.from({ length: reelCount }, () => Game.elements.make('div', 'strip'));
  const button = Game.elements.button('pill', stage.copy.action, pull);
  let pulled = false;

  strips.forEach((strip) => {
    const window = Game.elements.make('div', 'window');
    fill(strip, Game.random.pick(stage.next, symbols), Game.random.pick(stage.next, symbols));
    window.append(strip);
    machine.append(window);
  });
  stage.field.append(machine);
  stage.controls.append(button);
  stage.hint = () => (pulled ? { wait: true } : { tap: button });

  function pull() {
    if (pulled) {
      return;
    }
    pulled = true;
    button.disabled = true;
    machine.classList.add('running');
    stage.cue('spin');
    const finals = result();
    strips.forEach((strip, i) => roll(strip, finals[i], i));
  }

  /** All alike, or all but one: the last reel keeps it open until it stops. */
  function result() {
    const main = Game.random.pick(stage.next, symbols);
    const finals = Array(reelCount).fill(main);
    if (!stage.wins) {
      finals[reelCount - 1] = Game.random.pick(stage.next, symbols.filter((symbol) => symbol !== main));
    }
    return finals;
  }

  /** Three faces of a strip are seen; the one in the middle counts. */
  function fill(strip, first, last) {
    const others = Array.from({ length: STRIP - 2 }, () => Game.random.pick(stage.next, symbols));
    const faces = others.toSpliced(1, 0, last).toSpliced(STRIP - 2, 0, first).map((symbol) => {
      const face = Game.elements.make('div', 'face');
      face.append(Game.icons.svg(symbol));
      face.style.setProperty('--tint', Game.icons.tint(symbols.indexOf(symbol)));
      face.dataset.symbol = symbol;
      return face;
    });
    strip.replaceChildren(...faces);
    move(strip, 0);
  }

  /** A strip moves down: it starts at its last face but one and comes to rest at its second. */
  function roll(strip, final, index) {
    const shown = strip.children[STRIP - 2].dataset.symbol;
    fill(strip, shown, final);
    const time = stage.calm ? 300 + 200 * index : spinTime + stopGap * index;
    stage.animate(time, (progress) => move(strip, 1 - (1 - progress) ** 2.4), () => stop(strip, index));
  }

  function move(strip, progress) {
    strip.style.transform = `translateY(${(-(100 * (STRIP - 3)) / STRIP) * (1 - progress)}%)`;
  }

  function stop(strip, index) {
    strip.parentElement.classList.add('stopped');
    stage.cue('stop');
    if (index === reelCount - 1) {
      machine.classList.remove('running');
      machine.classList.add(stage.wins ? 'won' : 'missed');
      stage.after(900, stage.finish);
    }
  }
};
