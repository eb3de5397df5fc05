'use strict';
/** The flow of a visit: loading, intro, playing, won or lost, and again. */
(() => {
  const { byId, find, show, announce } = Game.elements;
  const { copy, visuals, settings } = GAME_CONFIG;
  const files = Game.media.files;
  const query = new URLSearchParams(location.search);
  const checked = query.get('qa') === '1';
  const pace = checked ? 0.12 : 1;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let next = Game.random.generator(Game.random.seed(query));
  let state = 'loading';
  let stage = null;

  function write() {
    document.documentElement.lang = settings.language;
    document.documentElement.dir = settings.direction;
    document.title = copy.intro_headline;
    find('#intro h1').textContent = copy.intro_headline;
    find('#intro .poster p').textContent = copy.intro_subtext;
    find('#intro .hero').append(Game.icons.svg(visuals.motifs[0]));
    find('#play h2').textContent = copy.intro_headline;
    find('#play .instruction').textContent = copy.instruction;
    byId('start').textContent = copy.cta_text;
    byId('again').textContent = copy.play_again;
    showMuted(false);
  }

  function showMuted(muted) {
    const mute = byId('mute');
    mute.setAttribute('aria-pressed', String(muted));
    mute.setAttribute('aria-label', muted ? copy.unmute : copy.mute);
    mute.replaceChildren(Game.icons.svg(muted ? 'silence' : 'sound'));
  }

  function prepareIntro() {
    const [video, image] = [find('#intro video'), find('#intro img')];
    const pictured = Boolean(files.intro_video || files.intro_image);
    video.hidden = !files.intro_video;
    image.hidden = !files.intro_image;
    if (files.intro_image) {
      image.src = files.intro_image;
    }
    if (files.intro_video) {
      video.src = files.intro_video;
    }
    find('#intro .media').hidden = !pictured;
    find('#intro .poster').classList.toggle('visually-hidden', pictured);
    // Without a picture, or without knowing where its button is, the button is drawn by the page.
    byId('start').classList.toggle('drawn', !pictured || !window.GAME_MEDIA.button);
  }

  function enterIntro() {
    state = 'intro';
    stage?.leave();
    Game.confetti.sweep();
    Game.prize.hide();
    find('#outcome video').pause();
    show('intro');
    Game.layout.arrange();
    // Texts are measured in the fonts they are shown in.
    document.fonts.ready.then(Game.layout.fitTexts);
    if (files.intro_video && !calm) {
      // A browser may refuse to start it; then its first picture stays.
      find('#intro video').play().catch(() => {});
    }
  }

  function play() {
    Game.sound.cue('start');
    find('#intro video').pause();
    const wins = Game.random.decideWin(next, settings.win_probability);
    stage = Game.stage({ wins, next, pace, onEnd: enterOutcome });
    state = 'playing';
    show('play');
    stage.clear();
    Game.layout.fitTexts();
    Game.templates[GAME_CONFIG.template_id](stage);
  }

  function enterOutcome(won) {
    state = won ? 'won' : 'lost';
    const path = won ? files.win_video : files.lose_video;
    const message = won ? copy.win_message : copy.lose_message;
    const outcome = byId('outcome');
    outcome.dataset.result = state;
    outcome.classList.toggle('bare', !path);
    outcome.classList.toggle('filmed', Boolean(path));
    find('#outcome .media').hidden = !path;
    find('#outcome h2').textContent = message;
    show('outcome');
    Game.layout.arrange();
    if (path) {
      film(find('#outcome video'), path);
    }
    Game.sound.cue(won ? 'win' : 'lose');
    Game.prize.hide();
    if (won) {
      Game.prize.show(calm || checked).catch((problem) => Game.problems.push('prize: ' + problem.message));
    } else if (!path) {
      Game.prize.showMotif();
    }
    if (won && !calm) {
      Game.confetti.throwOver(outcome);
    }
    announce(message);
    find('#outcome h2').focus({ preventScroll: true });
  }

  /** As if the page had been opened with ?seed=n. */
  function reseed(seed) {
    next = Game.random.generator(seed);
    enterIntro();
  }

  function film(video, path) {
    video.muted = Game.sound.muted;
    if (!video.src.endsWith(path)) {
      video.src = path;
    }
    video.currentTime = 0;
    video.play().catch(() => {});
  }

  function listen() {
    // A finger that goes down may be about to scroll; what lets a page sound is its going up.
    for (const type of ['pointerup', 'click', 'keydown']) {
      addEventListener(type, () => Game.sound.unlock(), { capture: true });
    }
    addEventListener('resize', Game.layout.arrange);
    byId('start').addEventListener('click', play);
    byId('again').addEventListener('click', enterIntro);
    byId('mute').addEventListener('click', () => {
      Game.sound.setMuted(!Game.sound.muted);
      showMuted(Game.sound.muted);
    });
    // A hidden page must be silent.
    document.addEventListener('visibilitychange', () => {
      Game.sound.context?.[document.hidden ? 'suspend' : 'resume']();
    });
  }

  if (checked) {
    document.documentElement.classList.add('checked');
    window.__qa = Game.qa({ state: () => state, stage: () => stage, reseed });
  }
  Game.layout.dress(visuals);
  write();
  prepareIntro();
  listen();
  Game.media.ready().then(enterIntro, (problem) => {
    Game.problems.push(problem.message);
    enterIntro();
  });
})();
