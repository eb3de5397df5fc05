'use strict';
/** The prize on the win screen: the campaign's 3D model, or its motif where there is no model or no WebGL. */
Game.prize = {
  shown: null,
  triangles: 0,

  async show(still) {
    const path = Game.media.files.model;
    if (!path || !Game.prize.hasWebGl()) {
      Game.prize.showMotif();
      return;
    }
    const canvas = Game.prize.hide();
    canvas.hidden = false;
    const viewer = await window.Prize3D.mount(canvas, await Game.media.bytes(path), { still });
    Game.prize.shown = viewer;
    Game.prize.triangles = viewer.triangles;
  },

  /** Takes the prize away and returns an empty canvas in its place: a canvas keeps the kind of its first context. */
  hide() {
    Game.prize.shown?.dispose();
    Game.prize.shown = null;
    const canvas = Game.elements.byId('prize');
    const fresh = canvas.cloneNode(false);
    fresh.hidden = true;
    canvas.replaceWith(fresh);
    return fresh;
  },

  hasWebGl() {
    return Boolean(document.createElement('canvas').getContext('webgl2'));
  },

  showMotif() {
    const canvas = Game.prize.hide();
    canvas.hidden = false;
    const sharpness = devicePixelRatio;
    canvas.width = canvas.clientWidth * sharpness;
    canvas.height = canvas.clientHeight * sharpness;
    const size = Math.min(canvas.width, canvas.height);
    const pen = canvas.getContext('2d');
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.scale(size / 32, size / 32);
    pen.translate(-12, -12);
    pen.fillStyle = getComputedStyle(canvas).getPropertyValue('--accent');
    pen.fill(new Path2D(Game.icons.paths[GAME_CONFIG.visuals.motifs[0]] ?? Game.icons.paths.star));
  },
};
