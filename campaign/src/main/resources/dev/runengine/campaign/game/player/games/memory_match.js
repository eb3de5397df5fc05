'use strict';
/** Pairs to find within a number of moves. Finding all opens the mystery box. */
Game.templates.memory_match = function memoryMatch(stage) {
  const { pairs, columns, max_moves: maxMoves, symbols } = stage.mechanics;
  const faces = Game.random.shuffle(stage.next, [...symbols.slice(0, pairs), ...symbols.slice(0, pairs)]);
  const board = Game.elements.make('div', 'board');
  const { status, show } = Game.elements.figure('cards');
  const cards = faces.map(card);
  let open = [];
  let found = 0;
  let moves = 0;

  // As many along the long side of the screen as there are to be: see memory_match.css.
  const sides = [columns, Math.ceil(faces.length / columns)].sort((a, b) => a - b);
  board.style.setProperty('--short', sides[0]);
  board.style.setProperty('--long', sides[1]);
  board.append(...cards);
  stage.field.append(board);
  stage.controls.append(status);
  count();
  stage.hint = (fail) => ({ ...(open.length === 2 ? { wait: true } : { tap: fail ? mismatch() : match() }) });

  function card(face, i) {
    const button = Game.elements.button('memory-card', undefined, () => turn(i));
    const front = Game.elements.make('span', 'front');
    front.append(Game.icons.svg(face));
    button.append(front, Game.elements.make('span', 'back', '?'));
    button.style.setProperty('--tint', Game.icons.tint(symbols.indexOf(face)));
    button.setAttribute('aria-label', String(i + 1));
    return button;
  }

  function turn(i) {
    if (open.length === 2 || cards[i].classList.contains('open')) {
      return;
    }
    cards[i].classList.add('open');
    cards[i].setAttribute('aria-label', faces[i]);
    stage.cue('turn');
    open.push(i);
    if (open.length === 2) {
      moves++;
      count();
      stage.after(700, compare);
    }
  }

  function compare() {
    const [a, b] = open.map((i) => cards[i]);
    if (faces[open[0]] === faces[open[1]]) {
      found++;
      stage.cue('match');
      [a, b].forEach((button) => button.classList.add('found'));
    } else {
      open.forEach((i) => cards[i].setAttribute('aria-label', String(i + 1)));
      [a, b].forEach((button) => button.classList.remove('open'));
    }
    open = [];
    if (found === pairs) {
      stage.after(600, () => stage.challengeOver(true));
    } else if (moves >= maxMoves) {
      stage.after(600, () => stage.challengeOver(false));
    }
  }

  function count() {
    show(`${stage.copy.moves_left}: ${maxMoves - moves}`);
  }

  function closed() {
    return cards.map((_, i) => i).filter((i) => !cards[i].classList.contains('open'));
  }

  function match() {
    const wanted = open.length ? faces[open[0]] : undefined;
    return cards[closed().find((i) => wanted === undefined || faces[i] === wanted)] ?? board;
  }

  function mismatch() {
    const avoided = open.length ? faces[open[0]] : undefined;
    return cards[closed().find((i) => faces[i] !== avoided)] ?? board;
  }
};
