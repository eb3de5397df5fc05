/** Changes to the file system that are whole after a crash, or not there. */
@NullMarked
package dev.runengine.store.disk;

import org.jspecify.annotations.NullMarked;
