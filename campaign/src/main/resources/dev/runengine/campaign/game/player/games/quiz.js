'use strict';
/** Questions with one right answer each. Enough right answers open the mystery box. */
Game.templates.quiz = function quiz(stage) {
  const { questions, required_correct: required, seconds_per_question: seconds } = stage.mechanics;
  const asked = Game.random.shuffle(stage.next, questions);
  const board = Game.elements.make('div', 'quiz');
  const clock = Game.elements.make('div', 'clock');
  const progress = Game.elements.figure('cards');
  const score = Game.elements.figure('check');
  let index = 0;
  let correct = 0;
  let answered = false;
  let buttons = [];

  stage.field.append(board);
  stage.controls.append(progress.status, score.status);
  ask();
  stage.hint = (fail) => (answered ? { wait: true } : { tap: buttons.find((button) => button.isRight !== fail) });

  function ask() {
    const question = asked[index];
    answered = false;
    const title = Game.elements.make('h3', 'question', question.question);
    buttons = Game.random.shuffle(stage.next, question.answers.map((text, i) => answer(text, i === question.correct_index)));
    board.replaceChildren(clock, title, ...buttons);
    progress.show(`${index + 1} / ${asked.length}`);
    score.show(`${correct} / ${required}`);
    Game.layout.fit(title, 4);
    Game.elements.announce(question.question);
    buttons[0].focus({ preventScroll: true });
    runClock(index);
  }

  function answer(text, right) {
    const button = Game.elements.button('answer', text, () => choose(button));
    button.isRight = right;
    return button;
  }

  function runClock(askedIndex) {
    // Whoever has to answer gets the whole time, however fast the rest of a checked game runs.
    stage.animate(
      (seconds * 1000) / stage.pace,
      (progress) => {
        if (index === askedIndex && !answered) {
          clock.style.setProperty('--left', 1 - progress);
        }
      },
      () => index === askedIndex && !answered && choose(null),
    );
  }

  function choose(button) {
    if (answered) {
      return;
    }
    answered = true;
    const right = button?.isRight ?? false;
    correct += right ? 1 : 0;
    buttons.forEach((each) => {
      each.disabled = true;
      each.classList.toggle('right', each.isRight);
    });
    button?.classList.toggle('wrong', !right);
    score.show(`${correct} / ${required}`);
    stage.cue(right ? 'right' : 'wrong');
    stage.after(1000, advance);
  }

  function advance() {
    index++;
    if (index < asked.length) {
      ask();
    } else {
      stage.challengeOver(correct >= required);
    }
  }
};
