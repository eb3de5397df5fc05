/** The home folder, which has one owner at a time. */
@NullMarked
package dev.runengine.store.home;

import org.jspecify.annotations.NullMarked;
