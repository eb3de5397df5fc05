/** Where a command writes: data on one stream, words for a person on the other. */
@NullMarked
package dev.runengine.cli.console;

import org.jspecify.annotations.NullMarked;
