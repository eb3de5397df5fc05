'use strict';
/** Paper of the campaign's colours over a win; nothing for who wants no motion. */
Game.confetti = {
  throwOver(screen) {
    const next = Game.random.generator(7);
    const rain = Game.elements.make('div', 'confetti');
    rain.setAttribute('aria-hidden', 'true');
    for (let i = 0; i < 44; i++) {
      const paper = Game.elements.make('i');
      paper.style.setProperty('--left', (next() * 100).toFixed(1) + '%');
      paper.style.setProperty('--drift', ((next() - 0.5) * 30).toFixed(1) + 'vmin');
      paper.style.setProperty('--wait', (next() * 0.9).toFixed(2) + 's');
      paper.style.setProperty('--time', (1.9 + next() * 1.6).toFixed(2) + 's');
      paper.style.background = `var(${['--primary', '--secondary', '--accent'][i % 3]})`;
      rain.append(paper);
    }
    screen.append(rain);
  },

  sweep() {
    document.querySelectorAll('.confetti').forEach((rain) => rain.remove());
  },
};
