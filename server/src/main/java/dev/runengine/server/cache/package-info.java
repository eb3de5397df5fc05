/** Looking at the cache over HTTP. */
@NullMarked
package dev.runengine.server.cache;

import org.jspecify.annotations.NullMarked;
