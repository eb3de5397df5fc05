'use strict';
/** The reward of a mastered game of skill: a box to open, which holds the prize or does not. */
Game.mysteryBox = function mysteryBox(stage) {
  stage.clear();
  const open = () => {
    box.disabled = true;
    box.classList.add('opening');
    stage.cue('open');
    stage.after(900, stage.finish);
  };
  const box = Game.elements.button('mystery-box', undefined, open);
  box.setAttribute('aria-label', stage.copy.open_box);
  box.append(Game.icons.svg('gift'));
  stage.field.append(box);
  stage.controls.append(Game.elements.make('p', 'status', stage.copy.open_box));
  Game.elements.announce(stage.copy.open_box);
  box.focus({ preventScroll: true });
  stage.hint = () => (box.disabled ? { wait: true } : { tap: box });
};
