/** JSON and texts with places that are filled in from other JSON. */
@NullMarked
package dev.runengine.skills.template;

import org.jspecify.annotations.NullMarked;
