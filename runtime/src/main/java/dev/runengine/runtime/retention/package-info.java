/** What is kept for how long, and the deletion of the rest. */
@NullMarked
package dev.runengine.runtime.retention;

import org.jspecify.annotations.NullMarked;
