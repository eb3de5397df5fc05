/** What a file really is and what can be measured of it, whatever somebody called it. */
@NullMarked
package dev.runengine.skills.media;

import org.jspecify.annotations.NullMarked;
