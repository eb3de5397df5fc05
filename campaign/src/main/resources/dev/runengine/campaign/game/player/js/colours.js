'use strict';
/** Colours as the eye compares them: contrast as WCAG 2.2 defines it, so that text on any palette can be read. */
Game.colours = {
  // WCAG 2.2, success criterion 1.4.3, for text of any size.
  readable: 4.5,

  channels: (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),

  /** A share of the first colour in the second, as CSS color-mix(in srgb) does it. */
  mix(first, second, share) {
    const [a, b] = [Game.colours.channels(first), Game.colours.channels(second)];
    return '#' + a.map((value, i) => Math.round(value * share + b[i] * (1 - share)).toString(16).padStart(2, '0')).join('');
  },

  luminance(hex) {
    const [red, green, blue] = Game.colours.channels(hex)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  },

  contrast(first, second) {
    const [dark, light] = [first, second].map(Game.colours.luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  },

  /** As much of a colour over a ground, up to a share, as leaves text on it readable. */
  under(text, colour, ground, most) {
    for (let share = most; share > 0; share -= 0.05) {
      const mixed = Game.colours.mix(colour, ground, share);
      if (Game.colours.contrast(text, mixed) >= Game.colours.readable) {
        return mixed;
      }
    }
    return ground;
  },

  /** Black or white, whichever the text is not: what a surface may be shaded with and stay readable. */
  opposite: (text) => (Game.colours.luminance(text) < 0.18 ? '#ffffff' : '#000000'),
};
