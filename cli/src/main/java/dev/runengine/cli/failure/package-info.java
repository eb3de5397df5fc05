/** Expected failures: what a person is told and what a script sees. */
@NullMarked
package dev.runengine.cli.failure;

import org.jspecify.annotations.NullMarked;
