/** Content addresses and input hashes. */
@NullMarked
package dev.runengine.core.hash;

import org.jspecify.annotations.NullMarked;
