/** The commands, each a translation of arguments into calls of a server. */
@NullMarked
package dev.runengine.cli.command;

import org.jspecify.annotations.NullMarked;
