/** What whoever starts a server decides. */
@NullMarked
package dev.runengine.server.settings;

import org.jspecify.annotations.NullMarked;
