/** The server as a process of its own: started, killed, started again. */
@NullMarked
package dev.runengine.app.process;

import org.jspecify.annotations.NullMarked;
