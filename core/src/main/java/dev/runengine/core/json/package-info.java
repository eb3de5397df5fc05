/** JSON as a value: parsed strictly, compared by content, written in canonical form. */
@NullMarked
package dev.runengine.core.json;

import org.jspecify.annotations.NullMarked;
