/** The bench measures what it says. */
@NullMarked
package dev.runengine.bench;

import org.jspecify.annotations.NullMarked;
