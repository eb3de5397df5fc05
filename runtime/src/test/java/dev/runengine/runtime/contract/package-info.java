/** What every adapter of a port must do, told as tests: an adapter's own tests extend these. */
@NullMarked
package dev.runengine.runtime.contract;

import org.jspecify.annotations.NullMarked;
