/** What a server is told by flags, by the environment and by the home folder, in this order. */
@NullMarked
package dev.runengine.app.settings;

import org.jspecify.annotations.NullMarked;
