'use strict';
/** A wheel of fortune. The decision picks a segment of its kind; the wheel comes to rest there. */
Game.templates.spin_wheel = function spinWheel(stage) {
  const { segments, turns, spin_ms: spinTime } = stage.mechanics;
  const BOX = '-112 -118 224 230';
  const step = 360 / segments.length;
  const wheel = Game.elements.make('div', 'wheel');
  // A picture of its own, turned as a whole: browsers then need not paint it again on every frame.
  const dial = svg('svg', { viewBox: BOX, class: 'dial' });
  let spinning = false;
  let shownAngle = 0;

  segments.forEach((segment, i) => dial.append(slice(segment, i)));
  const rim = svg('svg', { viewBox: BOX });
  rim.append(svg('circle', { r: 108, class: 'rim' }), ...bulbs());
  const front = svg('svg', { viewBox: BOX });
  front.append(svg('circle', { r: 15, class: 'hub' }), pointer());
  wheel.append(rim, dial, front);
  const button = Game.elements.button('pill', stage.copy.action, spin);
  stage.field.append(wheel);
  stage.controls.append(button);
  wheel.addEventListener('pointerdown', spin, { signal: stage.signal });
  stage.hint = () => (spinning ? { wait: true } : { tap: button });

  function spin() {
    if (spinning) {
      return;
    }
    spinning = true;
    button.disabled = true;
    stage.cue('spin');
    const landing = target();
    dial.children[landing].classList.add('landing');
    const end = restingAngle(landing);
    const fullTurns = stage.calm ? 0 : turns;
    stage.animate(stage.calm ? 600 : spinTime, (progress) => turn(progress, 360 * fullTurns + end), rest);
  }

  function rest() {
    stage.cue('reveal');
    wheel.classList.add('resting');
    stage.after(900, stage.finish);
  }

  /** One of the segments that show the decision; any, if the wheel has none of that kind. */
  function target() {
    const fitting = segments.map((segment, i) => (segment.wins === stage.wins ? i : -1)).filter((i) => i >= 0);
    return Game.random.pick(stage.next, fitting.length ? fitting : segments.map((_, i) => i));
  }

  /** The turn that brings a segment under the pointer, a little off its middle so that no two spins look alike. */
  function restingAngle(index) {
    const offset = (stage.next() - 0.5) * step * 0.7;
    return 360 - (index + 0.5) * step + offset;
  }

  function turn(progress, total) {
    const angle = total * (1 - (1 - progress) ** 3);
    if (Math.floor(angle / step) !== Math.floor(shownAngle / step)) {
      stage.cue('tick');
    }
    shownAngle = angle;
    dial.style.transform = `rotate(${angle.toFixed(2)}deg)`;
  }

  function slice(segment, i) {
    const group = svg('g', { transform: `rotate(${i * step})`, class: segment.wins ? 'wins' : i % 2 ? 'odd' : 'even' });
    const [x, y] = polar(100, step);
    const large = step > 180 ? 1 : 0;
    const label = svg('g', { transform: `rotate(${step / 2})` });
    const text = svg('text', { y: -48, 'text-anchor': 'middle', transform: 'rotate(-90 0 -48)', dy: '0.35em' });
    text.textContent = segment.label;
    text.style.fontSize = fontSize(segment.label) + 'px';
    const icon = svg('g', { transform: 'translate(-8.4 -95) scale(0.7)' });
    icon.append(Game.icons.path(segment.motif));
    label.append(icon, text);
    group.append(svg('path', { d: `M0 0 L0 -100 A100 100 0 ${large} 1 ${x} ${y} Z`, class: 'slice' }), label);
    return group;
  }

  function fontSize(label) {
    // What a letter takes is about 0.65 of its size; between hub and icon there are 54 units.
    return Math.min(13, 54 / (0.65 * label.length)).toFixed(1);
  }

  function bulbs() {
    return Array.from({ length: 24 }, (_, i) => {
      const [cx, cy] = polar(104, i * 15);
      return svg('circle', { cx, cy, r: 2.4, class: i % 2 ? 'bulb' : 'bulb late' });
    });
  }

  function pointer() {
    return svg('path', { d: 'M-11 -117 H11 L0 -90 Z', class: 'pointer' });
  }

  /** Clockwise from the top, in degrees. */
  function polar(radius, degrees) {
    const angle = (degrees * Math.PI) / 180;
    return [(radius * Math.sin(angle)).toFixed(3), (-radius * Math.cos(angle)).toFixed(3)];
  }

  function svg(name, attributes) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }
};
