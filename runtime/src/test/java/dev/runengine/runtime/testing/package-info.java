/** A whole engine for tests, on any store, with a clock that is moved by hand. */
@NullMarked
package dev.runengine.runtime.testing;

import org.jspecify.annotations.NullMarked;
