/** The engine as an HTTP server. */
@NullMarked
package dev.runengine.server;

import org.jspecify.annotations.NullMarked;
