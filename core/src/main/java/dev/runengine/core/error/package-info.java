/** The stable codes of everything that is expected to go wrong. */
@NullMarked
package dev.runengine.core.error;

import org.jspecify.annotations.NullMarked;
