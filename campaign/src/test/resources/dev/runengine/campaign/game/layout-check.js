// What a visitor could not see, read or press on the screen that is shown: descriptions, none if all is well.
(() => {
  const TOUCHABLE = 44;
  const name = (element) => element.tagName + '#' + element.id + '.' + element.className + ' ' + element.textContent.slice(0, 30);
  const shown = [...document.querySelectorAll('.screen:not([hidden]), #mute')]
    .flatMap((screen) => [screen, ...screen.querySelectorAll('*')])
    .filter((element) => !element.closest('.visually-hidden') && element.getClientRects().length);
  const problems = [];
  for (const element of shown) {
    const box = element.getBoundingClientRect();
    const essential = element.matches('button, h1, h2, h3, p, .wheel, .card, .machine, .board, .sky, .clock');
    if (essential && box.width && (box.x < -1 || box.y < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)) {
      problems.push('outside: ' + name(element));
    }
    if (element.matches('button') && (box.width < TOUCHABLE || box.height < TOUCHABLE)) {
      problems.push('small: ' + name(element));
    }
    if (element.matches('button, h1, h2, h3, p') && element.scrollWidth > element.clientWidth + 1) {
      problems.push('cut: ' + name(element));
    }
  }
  return problems;
})()
