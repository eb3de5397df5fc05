/** The engine as it is deployed, with skills that do nothing. */
@NullMarked
package dev.runengine.bench.engine;

import org.jspecify.annotations.NullMarked;
