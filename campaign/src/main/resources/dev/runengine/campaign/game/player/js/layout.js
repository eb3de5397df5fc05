'use strict';
/** Where things are on the screen: colours, backdrop, and films of 9:16 on screens of any shape. */
Game.layout = {
  film: { width: 1080, height: 1920 },
  // A little of the edges may be cut for a larger picture; titles keep more distance than this.
  crop: 1.06,
  // The smallest size of a title, in pixels.
  smallest: 17,

  dress(visuals) {
    const style = document.documentElement.style;
    const colours = { ...visuals.color_scheme, ...visuals.text_colors };
    for (const [name, colour] of Object.entries(colours)) {
      if (/^#[0-9a-f]{6}$/i.test(colour)) {
        style.setProperty('--' + name.replaceAll('_', '-'), colour);
      }
    }
    Game.layout.light(visuals);
    Game.layout.scatter(visuals.motifs);
  },

  /** Lights the backdrop only as far as text on it stays readable, and shades buttons away from their text. */
  light({ color_scheme: colours, text_colors: texts }) {
    const { under, opposite } = Game.colours;
    const glow = under(texts.on_background, colours.primary, colours.background, 0.55);
    const style = document.documentElement.style;
    style.setProperty('--glow', glow);
    style.setProperty('--ray', under(texts.on_background, colours.secondary, glow, 0.26));
    const dark = opposite(texts.on_background) === '#ffffff';
    style.setProperty('--title-shadow', dark ? 'none' : `0 3px 0 ${Game.colours.mix(glow, '#000000', 0.6)}, 0 8px 24px #0005`);
    style.setProperty('--shade-of-accent', opposite(texts.on_accent));
    style.setProperty('--shade-of-primary', opposite(texts.on_primary));
  },

  /** Shrinks a text until its words are whole and its lines few, where it would otherwise be too large for its place. */
  fit(element, mostLines = 3) {
    const style = element.style;
    style.fontSize = '';
    style.overflowWrap = 'normal';
    let size = Number.parseFloat(getComputedStyle(element).fontSize);
    const tooLarge = () => element.scrollWidth > element.clientWidth || element.scrollHeight > mostLines * 1.25 * size;
    while (size > Game.layout.smallest && tooLarge()) {
      // Widths are whole pixels here: one step more than needed keeps the last letter on its line.
      size *= 0.94;
      style.fontSize = size * 0.97 + 'px';
    }
    style.overflowWrap = '';
  },

  fitTexts() {
    document.querySelectorAll('.screen:not([hidden]) :is(h1, h2)').forEach((title) => Game.layout.fit(title));
  },

  scatter(motifs) {
    const places = [[8, 14, 44], [78, 9, 60], [84, 46, 38], [4, 58, 56], [72, 78, 70], [16, 86, 46], [46, 4, 32], [40, 92, 34]];
    const backdrop = Game.elements.byId('backdrop');
    places.forEach(([left, top, size], i) => {
      const icon = Game.icons.svg(motifs[i % motifs.length]);
      Object.assign(icon.style, { left: left + '%', top: top + '%', width: size + 'px', animationDelay: -i * 1.3 + 's' });
      backdrop.append(icon);
    });
  },

  /** The box a film is shown in: as large as fits, whole but for the crop. */
  filmBox(screenWidth, screenHeight) {
    const { width, height } = Game.layout.film;
    const contain = Math.min(screenWidth / width, screenHeight / height);
    const cover = Math.max(screenWidth / width, screenHeight / height);
    const scale = Math.min(cover, contain * Game.layout.crop);
    const box = { width: width * scale, height: height * scale };
    return { ...box, x: (screenWidth - box.width) / 2, y: (screenHeight - box.height) / 2 };
  },

  /** Puts films in place and the start button exactly over the one drawn in the picture. */
  arrange() {
    Game.layout.fitTexts();
    const box = Game.layout.filmBox(innerWidth, innerHeight);
    const style = document.documentElement.style;
    for (const [name, value] of Object.entries(box)) {
      style.setProperty('--media-' + name, value + 'px');
    }
    for (const media of document.querySelectorAll('.media')) {
      media.classList.toggle('fade-y', box.y > 1);
      media.classList.toggle('fade-x', box.x > 1);
    }
    const button = window.GAME_MEDIA.button;
    if (button && !Game.elements.byId('start').classList.contains('drawn')) {
      Object.assign(Game.elements.byId('start').style, {
        left: box.x + button.x * box.width + 'px',
        top: box.y + button.y * box.height + 'px',
        width: button.width * box.width + 'px',
        height: button.height * box.height + 'px',
      });
    }
  },
};
