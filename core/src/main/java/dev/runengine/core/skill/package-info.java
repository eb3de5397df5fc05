/** What both sides of a skill share: its descriptor, a request's context, its result. */
@NullMarked
package dev.runengine.core.skill;

import org.jspecify.annotations.NullMarked;
