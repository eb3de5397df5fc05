/** Request bodies: bounded, strict JSON, taken apart with all that is wrong collected. */
@NullMarked
package dev.runengine.server.body;

import org.jspecify.annotations.NullMarked;
