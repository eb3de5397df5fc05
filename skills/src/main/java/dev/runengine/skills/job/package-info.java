/** Skills done by an HTTP service, at once or by a job that is submitted, polled and fetched, as a binding describes it. */
@NullMarked
package dev.runengine.skills.job;

import org.jspecify.annotations.NullMarked;
