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
    }
    return element;
  },

  button(className, text, onPress) {
    const button = Game.elements.make('button', className, text);
    button.type = 'button';
    button.addEventListener('click', onPress);
    return button;
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
