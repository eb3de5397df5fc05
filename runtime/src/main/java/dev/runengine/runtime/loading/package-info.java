/** From what is recorded of a run to the state its owner decides on. */
@NullMarked
package dev.runengine.runtime.loading;

import org.jspecify.annotations.NullMarked;
