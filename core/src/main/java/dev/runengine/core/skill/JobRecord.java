package dev.runengine.core.skill;

import java.time.Instant;

/** What is recorded of an execution's remote job. */
public sealed interface JobRecord {
    /** Since when. */
    Instant at();

    /** It is about to be submitted, or was: from here until the id is known, nobody can tell. */
    record Submitting(Instant at) implements JobRecord {}

    /** The provider has taken it. @param jobId the provider's name for it */
    record Submitted(String jobId, Instant at) implements JobRecord {
        private static final int LONGEST_ID = 2_000;

        public Submitted {
            if (jobId.isBlank() || jobId.length() > LONGEST_ID || jobId.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "a job id has 1 to " + LONGEST_ID + " characters, none of them null");
            }
        }
    }
}
