package dev.runengine.runtime.port;

import dev.runengine.core.skill.JobRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * A step's remote job as it is shown.
 *
 * @param jobId absent while nobody knows it
 * @param held whether the step waits for a person to say what became of it
 * @param since when it was last recorded
 */
public record JobStanding(Optional<String> jobId, boolean held, Instant since) {
    public static JobStanding of(JobRecord job, boolean held) {
        return switch (job) {
            case JobRecord.Submitting(var at) -> new JobStanding(Optional.empty(), held, at);
            case JobRecord.Submitted(var id, var at) -> new JobStanding(Optional.of(id), held, at);
        };
    }
}
