/** Which skill is done by which provider: bindings from a file, put over the skills' own implementations. */
@NullMarked
package dev.runengine.skills.provider;

import org.jspecify.annotations.NullMarked;
