/** Why a step ran or did not: from what two runs recorded, back to the change that started it. */
@NullMarked
package dev.runengine.core.why;

import org.jspecify.annotations.NullMarked;
