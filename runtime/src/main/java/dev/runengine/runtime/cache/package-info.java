/** Looking results up in two tiers: a hot one that may be wrong, and the cold one that holds every entry. */
@NullMarked
package dev.runengine.runtime.cache;

import org.jspecify.annotations.NullMarked;
