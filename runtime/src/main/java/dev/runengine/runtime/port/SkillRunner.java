package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.skill.Supervisor;
import dev.runengine.core.skill.Usage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Executes skills: validates input and output, gives each execution a workspace of its own. */
public interface SkillRunner extends SkillLookup {
    /**
     * Runs on the caller's thread, until the skill returns or the thread is interrupted.
     *
     * @return the result; its files are there until it is closed
     */
    Execution run(Request request) throws InterruptedException;

    /**
     * Tells the remote job of an execution that has ended to stop. Blocks until it was told.
     *
     * @param request of the execution; its supervisor's ledger holds the job
     */
    default void cancelJob(Request request) throws InterruptedException {
        // a runner whose skills have no remote jobs has nothing to stop
    }

    record Request(
            String tenant, String skillId, Json input, UUID executionKey, Instant deadline, Supervisor supervisor) {}

    interface Execution extends AutoCloseable {
        Result result();

        @Override
        void close();
    }

    sealed interface Result {
        record Succeeded(Json data, Usage usage, List<ProducedFile> files) implements Result {
            public Succeeded {
                files = List.copyOf(files);
            }
        }

        record Failed(SkillFailure failure) implements Result {}
    }

    /** A file in the execution's workspace. */
    record ProducedFile(Path path, ContentHash hash, long sizeBytes, String mediaType, String filename) {}
}
