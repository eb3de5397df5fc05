/** Whether a step's result may be taken from somewhere else, and why or why not. */
@NullMarked
package dev.runengine.core.reuse;

import org.jspecify.annotations.NullMarked;
