/** How a command comes by a server to talk to. */
@NullMarked
package dev.runengine.cli.connection;

import org.jspecify.annotations.NullMarked;
