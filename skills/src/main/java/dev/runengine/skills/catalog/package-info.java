/** The skills of a deployment: gathered from packs, checked once, found by id or alias. */
@NullMarked
package dev.runengine.skills.catalog;

import org.jspecify.annotations.NullMarked;
