'use strict';
/** Where things are on the screen: colours, backdrop, and films of 9:16 on screens of any shape. */
Game.layout = {
  film: { width: 1080, height: 1920 },
  // A little of the edges may be cut for a larger picture; titles keep more distance than this.
  crop: 1.06,

  dress(visuals) {
    const style = document.documentElement.style;
    const colours = { ...visuals.color_scheme, ...visuals.text_colors };
    for (const [name, colour] of Object.entries(colours)) {
      if (/^#[0-9a-f]{6}$/i.test(colour)) {
        style.setProperty('--' + name.replaceAll('_', '-'), colour);
      }
    }
    Game.layout.scatter(visuals.motifs);
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
