/** What an update would do, said before it is done, by the rule that execution follows. */
@NullMarked
package dev.runengine.core.plan;

import org.jspecify.annotations.NullMarked;
