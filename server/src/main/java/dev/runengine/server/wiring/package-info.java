/** Puts the engine and the web server together. */
@NullMarked
package dev.runengine.server.wiring;

import org.jspecify.annotations.NullMarked;
