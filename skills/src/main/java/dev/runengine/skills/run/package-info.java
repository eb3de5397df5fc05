/** One execution of a skill: checked input, a folder of its own, files and data that keep the skill's promises. */
@NullMarked
package dev.runengine.skills.run;

import org.jspecify.annotations.NullMarked;
