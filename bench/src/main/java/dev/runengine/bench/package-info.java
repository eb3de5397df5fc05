/** One command that measures the engine. */
@NullMarked
package dev.runengine.bench;

import org.jspecify.annotations.NullMarked;
