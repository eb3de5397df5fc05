/** A service on this machine that behaves as a test wants it to, and the world a skill runs in. */
@NullMarked
package dev.runengine.skills.testing;

import org.jspecify.annotations.NullMarked;
