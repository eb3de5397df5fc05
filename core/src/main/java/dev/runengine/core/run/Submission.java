package dev.runengine.core.run;

import dev.runengine.core.skill.JobRecord;
import java.util.UUID;

/** A remote job under way: what a next execution needs to go on with it instead of starting another. */
public record Submission(UUID executionKey, JobRecord job) {}
