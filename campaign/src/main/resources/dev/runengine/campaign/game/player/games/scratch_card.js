'use strict';
/** A card of six fields under foil: three alike win. The decision lays the fields; scratching uncovers them. */
Game.templates.scratch_card = function scratchCard(stage) {
  const { reveal_share: revealShare, brush_share: brushShare, symbols } = stage.mechanics;
  const GRID = 24;
  const card = Game.elements.make('div', 'card');
  const foil = Game.elements.make('canvas', 'foil');
  const pen = foil.getContext('2d');
  const scratched = new Set();
  const button = Game.elements.button('pill', stage.copy.action, scratchSome);
  let last = null;
  let rowsByButton = 0;
  let done = false;

  const lucky = Game.random.pick(stage.next, symbols);
  fields().forEach((symbol) => {
    const field = Game.elements.make('div', stage.wins && symbol === lucky ? 'field lucky' : 'field');
    field.append(Game.icons.svg(symbol));
    card.append(field);
  });
  card.append(foil);
  stage.field.append(card);
  stage.controls.append(button);
  paintFoil();
  for (const [type, handler] of Object.entries({ pointerdown: begin, pointermove: move, pointerup: lift, pointerleave: lift })) {
    foil.addEventListener(type, handler, { signal: stage.signal });
  }
  stage.hint = () => (done ? { wait: true } : { drag: zigzag() });

  /** Three alike and three others, or no three alike. */
  function fields() {
    const others = Game.random.shuffle(stage.next, symbols.filter((symbol) => symbol !== lucky));
    const laid = stage.wins
      ? [lucky, lucky, lucky, others[0], others[1 % others.length], others[0]]
      : [lucky, lucky, others[0], others[0], others[1], others[1]];
    return Game.random.shuffle(stage.next, laid);
  }

  function paintFoil() {
    foil.width = 720;
    foil.height = Math.round((720 * foil.clientHeight) / foil.clientWidth) || 480;
    const shine = pen.createLinearGradient(0, 0, foil.width, foil.height);
    ['#aeb4c0', '#eceff4', '#a5acb9', '#dfe3ea', '#9aa1af'].forEach((colour, i) => shine.addColorStop(i / 4, colour));
    pen.fillStyle = shine;
    pen.fillRect(0, 0, foil.width, foil.height);
    pen.fillStyle = '#5d647233';
    const motif = new Path2D(Game.icons.paths[stage.motifs[0]] ?? Game.icons.paths.star);
    for (let y = 0; y * 84 < foil.height; y++) {
      for (let x = 0; x < 9; x++) {
        pen.setTransform(1.6, 0, 0, 1.6, x * 84 + (y % 2) * 42 - 10, y * 84 + 14);
        pen.fill(motif);
      }
    }
    pen.resetTransform();
    pen.globalCompositeOperation = 'destination-out';
    pen.lineCap = 'round';
    pen.lineWidth = brush();
  }

  /** The width of a scratch in pixels of the foil. */
  function brush() {
    return Math.min(foil.width, foil.height) * brushShare;
  }

  function begin(event) {
    last = place(event);
    stage.cue('scratch');
    scratchTo(last);
  }

  function move(event) {
    if (event.buttons || event.pointerType === 'touch') {
      scratchTo(place(event));
    }
  }

  function lift() {
    last = null;
  }

  /** Where a pointer is, 0 to 1 on the card. */
  function place(event) {
    const box = foil.getBoundingClientRect();
    return { x: (event.clientX - box.x) / box.width, y: (event.clientY - box.y) / box.height };
  }

  function scratchTo(to) {
    if (done) {
      return;
    }
    const from = last ?? to;
    pen.beginPath();
    pen.moveTo(from.x * foil.width, from.y * foil.height);
    pen.lineTo(to.x * foil.width + 0.01, to.y * foil.height);
    pen.stroke();
    mark(from, to);
    last = to;
    if (scratched.size >= GRID * GRID * revealShare) {
      uncover();
    }
  }

  function mark(from, to) {
    const reach = { x: brush() / 2 / foil.width, y: brush() / 2 / foil.height };
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) * GRID) + 1;
    for (let s = 0; s <= steps; s++) {
      const x = from.x + ((to.x - from.x) * s) / steps;
      const y = from.y + ((to.y - from.y) * s) / steps;
      for (let row = Math.ceil((y - reach.y) * GRID); row <= (y + reach.y) * GRID; row++) {
        for (let column = Math.ceil((x - reach.x) * GRID); column <= (x + reach.x) * GRID; column++) {
          if (row >= 0 && row < GRID && column >= 0 && column < GRID) {
            scratched.add(row * GRID + column);
          }
        }
      }
    }
  }

  /** For keyboards and for who cannot drag: each press scratches a stripe. */
  function scratchSome() {
    const y = 0.12 + 0.25 * rowsByButton++;
    stage.cue('scratch');
    last = { x: 0, y };
    scratchTo({ x: 1, y: y + 0.08 });
    last = null;
  }

  function uncover() {
    done = true;
    button.disabled = true;
    foil.classList.add('gone');
    card.classList.add(stage.wins ? 'won' : 'missed');
    stage.cue('reveal');
    stage.after(1500, stage.finish);
  }

  function zigzag() {
    const box = foil.getBoundingClientRect();
    return Array.from({ length: 13 }, (_, i) => ({
      x: box.x + box.width * (i % 2 ? 0.94 : 0.06),
      y: box.y + box.height * (0.05 + 0.075 * i),
    }));
  }
};
