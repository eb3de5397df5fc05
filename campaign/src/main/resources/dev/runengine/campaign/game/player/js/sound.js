'use strict';
/**
 * Music and effects. Nothing sounds before the first touch: browsers forbid it, and so do people. The music is decoded as a
 * whole and looped by the audio clock, so its seam cannot be heard; an <audio loop> leaves a gap.
 */
Game.sound = {
  context: null,
  output: null,
  muted: false,
  buffers: {},
  durations: {},

  /** Called by the first touch, and again harmlessly by later ones. */
  async unlock() {
    const sound = Game.sound;
    const Context = window.AudioContext ?? window.webkitAudioContext;
    if (navigator.userActivation?.isActive === false) {
      return;
    }
    if (!Context || sound.context) {
      sound.context?.resume();
      return;
    }
    sound.context = new Context();
    sound.output = sound.context.createGain();
    sound.output.gain.value = sound.muted ? 0 : 1;
    sound.output.connect(sound.context.destination);
    const effects = Object.entries(Game.media.files.sfx ?? {}).map(([name, path]) => sound.load(name, path));
    await Promise.all(effects);
    if (Game.media.files.bgm && (await sound.load('bgm', Game.media.files.bgm))) {
      sound.start('bgm', GAME_CONFIG.audio.music_volume, true);
    }
  },

  /** A file this browser cannot decode costs the sound, not the game. */
  async load(name, path) {
    const sound = Game.sound;
    try {
      const bytes = await Game.media.bytes(path);
      sound.buffers[name] = await sound.context.decodeAudioData(bytes);
      sound.durations[name] = sound.buffers[name].duration;
      return true;
    } catch (problem) {
      Game.problems.push('sound ' + path + ': ' + problem.message);
      return false;
    }
  },

  /** Plays the effect the configuration gives to an action of the game. */
  cue(action) {
    const sound = Game.sound;
    if (!sound.context) {
      return;
    }
    const name = GAME_CONFIG.audio.cues[action] ?? action;
    if (sound.buffers[name]) {
      sound.start(name, GAME_CONFIG.audio.effects_volume, false);
    } else {
      sound.beep(name);
    }
  },

  start(name, volume, loop) {
    const sound = Game.sound;
    const source = sound.context.createBufferSource();
    const gain = sound.context.createGain();
    source.buffer = sound.buffers[name];
    source.loop = loop;
    gain.gain.value = volume;
    source.connect(gain).connect(sound.output);
    source.start();
  },

  /** Stands in for an effect the bundle has no file for. */
  beep(name) {
    const sound = Game.sound;
    const pitches = { win: 880, coin: 1320, reveal: 660, lose: 180, tick: 1000, spin: 330, whoosh: 260 };
    const seconds = name === 'tick' || name === 'click' ? 0.04 : 0.22;
    const now = sound.context.currentTime;
    const tone = sound.context.createOscillator();
    const gain = sound.context.createGain();
    tone.type = 'triangle';
    tone.frequency.setValueAtTime(pitches[name] ?? 520, now);
    tone.frequency.exponentialRampToValueAtTime((pitches[name] ?? 520) * (name === 'lose' ? 0.5 : 1.3), now + seconds);
    gain.gain.setValueAtTime(0.15 * GAME_CONFIG.audio.effects_volume, now);
    gain.gain.exponentialRampToValueAtTime(0.001, now + seconds);
    tone.connect(gain).connect(sound.output);
    tone.start(now);
    tone.stop(now + seconds);
  },

  setMuted(muted) {
    Game.sound.muted = muted;
    if (Game.sound.output) {
      Game.sound.output.gain.value = muted ? 0 : 1;
    }
    for (const video of document.querySelectorAll('#outcome video')) {
      video.muted = muted;
    }
  },
};
