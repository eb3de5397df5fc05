'use strict';
/** A wheel of fortune. The decision picks a segment of its kind; the wheel comes to rest there. */
Game.templates.spin_wheel = function spinWheel(stage) {
  const { segments, turns, spin_ms: spinTime } = stage.mechanics;
  const step = 360 / segments.length;
  const dial = svg('g', { class: 'dial' });
  let spinning = false;
  let shownAngle = 0;

  segments.forEach((segment, i) => dial.append(slice(segment, i)));
  const wheel = svg('svg', { viewBox: '-112 -118 224 230', class: 'wheel', role: 'img', 'aria-label': stage.copy.instruction });
  wheel.append(svg('circle', { r: 108, class: 'rim' }), dial, ...bulbs(), svg('circle', { r: 17, class: 'hub' }), pointer());
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
    const end = restingAngle(target());
    const fullTurns = stage.calm ? 0 : turns;
    stage.animate(stage.calm ? 600 : spinTime, (progress) => turn(progress, 360 * fullTurns + end), () => stage.after(700, stage.finish));
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
    dial.setAttribute('transform', `rotate(${angle.toFixed(2)})`);
  }

  function slice(segment, i) {
    const group = svg('g', { transform: `rotate(${i * step})`, class: segment.wins ? 'wins' : i % 2 ? 'odd' : 'even' });
    const [x, y] = polar(100, step);
    const large = step > 180 ? 1 : 0;
    const label = svg('g', { transform: `rotate(${step / 2})` });
    const text = svg('text', { y: -52, 'text-anchor': 'middle', 'font-size': fontSize(segment.label), transform: 'rotate(-90 0 -52)', dy: '0.35em' });
    text.textContent = segment.label;
    const icon = svg('g', { transform: 'translate(-10 -94) scale(0.83)' });
    icon.append(Game.icons.path(segment.motif));
    label.append(icon, text);
    group.append(svg('path', { d: `M0 0 L0 -100 A100 100 0 ${large} 1 ${x} ${y} Z`, class: 'slice' }), label);
    return group;
  }

  function fontSize(label) {
    return Math.min(13, 78 / Math.max(4, label.length)).toFixed(1);
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
