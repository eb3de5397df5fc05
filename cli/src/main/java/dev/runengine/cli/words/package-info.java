/** What the server knows about decisions and costs, in words that need no manual. */
@NullMarked
package dev.runengine.cli.words;

import org.jspecify.annotations.NullMarked;
