/** Words for people: suggestions in messages. */
@NullMarked
package dev.runengine.core.text;

import org.jspecify.annotations.NullMarked;
