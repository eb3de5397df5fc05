'use strict';
/** The parts of the page, and new ones. Text goes in as text: a brief must never become markup. */
Game.elements = {
  byId: (id) => document.getElementById(id),
  find: (selector) => document.querySelector(selector),

  make(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className ?? '';
    if (text !== undefined) {
      element.textContent = text;
      element.dir = 'auto';
    }
    return element;
  },

  button(className, text, onPress) {
    const button = Game.elements.make('button', className, text);
    button.type = 'button';
    button.addEventListener('click', onPress);
    return button;
  },

  /** A figure the player watches, with a picture of what it counts. */
  figure(icon) {
    const status = Game.elements.make('p', 'status');
    const value = Game.elements.make('span');
    status.append(Game.icons.svg(icon), value);
    return {
      status,
      /** Returns whether it has changed. */
      show(text) {
        const changed = value.textContent !== text;
        value.textContent = text;
        // "2 / 3" is read from the left in every language.
        value.dir = /\p{L}/u.test(text) ? 'auto' : 'ltr';
        return changed;
      },
    };
  },

  /** Shows one screen and hides the others. */
  show(id) {
    for (const screen of document.querySelectorAll('.screen')) {
      screen.hidden = screen.id !== id;
    }
  },

  announce(text) {
    Game.elements.byId('announcer').textContent = text;
  },
};
