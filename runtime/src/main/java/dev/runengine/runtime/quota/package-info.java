/** What the fleet may do at once and per second, and how its workers share that. */
@NullMarked
package dev.runengine.runtime.quota;

import org.jspecify.annotations.NullMarked;
