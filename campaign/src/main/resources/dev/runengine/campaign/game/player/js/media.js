'use strict';
/**
 * The bytes of the files of the bundle. A page opened from the file system (or in a sandboxed frame) has no origin and may
 * not fetch its own neighbours; for it, assets.js carries the same bytes as data: URIs.
 */
Game.media = {
  files: window.GAME_MEDIA.files,

  /** To be awaited before the first bytes(). */
  async ready() {
    if (location.protocol === 'file:' || self.origin === 'null') {
      await Game.media.loadScript('assets.js');
    }
  },

  async bytes(path) {
    const embedded = (window.GAME_ASSETS ?? {})[path];
    if (embedded) {
      return Game.media.decode(embedded);
    }
    const response = await fetch(path);
    if (!response.ok) {
      throw new Error(path + ': HTTP ' + response.status);
    }
    return response.arrayBuffer();
  },

  decode(dataUri) {
    const binary = atob(dataUri.slice(dataUri.indexOf(',') + 1));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer;
  },

  loadScript(source) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = source;
      script.onload = resolve;
      script.onerror = () => reject(new Error(source + ' is missing'));
      document.head.append(script);
    });
  },
};
