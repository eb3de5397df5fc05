/** Finds the server of a home folder, or starts one in this process. */
@NullMarked
package dev.runengine.app.launch;

import org.jspecify.annotations.NullMarked;
