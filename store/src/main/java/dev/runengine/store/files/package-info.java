/** Artifacts as content-addressed files in a folder. */
@NullMarked
package dev.runengine.store.files;

import org.jspecify.annotations.NullMarked;
