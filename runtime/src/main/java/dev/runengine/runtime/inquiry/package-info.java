/** Questions about runs: why a step ran or did not, and what differs between two runs. */
@NullMarked
package dev.runengine.runtime.inquiry;

import org.jspecify.annotations.NullMarked;
