'use strict';
/** Namespace of the player. Every file adds its part; config.js has set GAME_CONFIG and GAME_MEDIA before. */
window.Game = { templates: {}, problems: [] };

// What went wrong stays readable for whoever checks the game.
window.addEventListener('error', (event) => Game.problems.push(String(event.message || event.type)));
window.addEventListener('unhandledrejection', (event) => Game.problems.push(String(event.reason)));
