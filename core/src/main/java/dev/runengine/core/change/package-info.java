/** What a change request touches, and what it changes. */
@NullMarked
package dev.runengine.core.change;

import org.jspecify.annotations.NullMarked;
