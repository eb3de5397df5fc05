/** Between the engine's JSON values and Jackson's tree. */
@NullMarked
package dev.runengine.skills.json;

import org.jspecify.annotations.NullMarked;
