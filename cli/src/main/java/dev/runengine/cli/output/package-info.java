/** The files of a run in a folder. */
@NullMarked
package dev.runengine.cli.output;

import org.jspecify.annotations.NullMarked;
