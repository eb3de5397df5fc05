#!/bin/sh
# Builds the prize viewer into the game's resources. Run after `npm ci --ignore-scripts`; the output is committed.
# esbuild is called directly: its npm wrapper needs an install script, which npm may be told not to run.
set -eu
cd "$(dirname "$0")"
node_modules/@esbuild/linux-x64/bin/esbuild prize.js --bundle --minify --format=iife --target=es2020 \
  --legal-comments=eof --charset=utf8 \
  --outfile=../resources/dev/runengine/campaign/game/player/vendor/prize3d.js
