/** The whole engine on a real database. */
@NullMarked
package dev.runengine.store.engine;

import org.jspecify.annotations.NullMarked;
