package dev.runengine.skills.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Supervisor;
import dev.runengine.skills.http.HttpCalls;
import dev.runengine.skills.http.Secrets;
import dev.runengine.skills.job.HttpSkill;
import dev.runengine.skills.run.Execution;
import dev.runengine.skills.run.ExecutionRequest;
import dev.runengine.skills.run.SkillRunner;
import dev.runengine.skills.schema.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs skills as the engine does, in a folder of a test's. */
public final class SkillWorld {
    public static final UUID KEY = new UUID(1, 2);
    public static final Duration LIMIT = Duration.ofSeconds(60);

    public final ManualTime time = new ManualTime();
    public final RecordedJobs jobs = new RecordedJobs(time);
    public final Secrets secrets;
    public final JsonSchemas schemas = new JsonSchemas();
    private final Path store;
    private final SkillRunner runner;

    public SkillWorld(Path folder, Map<String, String> environment) throws IOException {
        this.secrets = new Secrets(environment);
        this.store = Files.createDirectories(folder.resolve("store"));
        this.runner = new SkillRunner(schemas, folder.resolve("work"), 1 << 30);
    }

    public HttpSkill.Surroundings around() {
        return new HttpSkill.Surroundings(new HttpCalls(secrets, time), schemas, time);
    }

    /** How an execution waits. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    public Execution run(Skill skill, Json input) throws InterruptedException {
        return run(skill, input, ManualTime.START.plus(LIMIT));
    }

    public Execution run(Skill skill, Json input, Instant deadline) throws InterruptedException {
        return runner.run(request(skill, input, deadline, time::pause, jobs));
    }

    /** With the whole time limit from now on. */
    public Execution run(Skill skill, Json input, JobLedger ledger) throws InterruptedException {
        return runner.run(request(skill, input, time.instant().plus(LIMIT), time::pause, ledger));
    }

    public Execution run(Skill skill, Json input, Pause pause) throws InterruptedException {
        return runner.run(request(skill, input, ManualTime.START.plus(LIMIT), pause, jobs));
    }

    public void cancelJob(Skill skill, Json input) throws InterruptedException {
        runner.cancelJob(request(skill, input, time.instant().plus(LIMIT), time::pause, jobs));
    }

    private ExecutionRequest request(Skill skill, Json input, Instant deadline, Pause pause, JobLedger ledger) {
        var supervisor = new Supervisor() {
            @Override
            public JobLedger jobs() {
                return ledger;
            }

            @Override
            public void heartbeat(double progress) {}

            @Override
            public void pause(Duration wanted) throws InterruptedException {
                pause.pause(wanted);
            }
        };
        return new ExecutionRequest(skill, input, this::find, KEY, deadline, supervisor);
    }

    public ArtifactAddress stored(byte[] content) throws IOException {
        var hash = ContentHash.of(content);
        Files.write(store.resolve(hash.hex()), content);
        return new ArtifactAddress(hash);
    }

    public static Execution.Finished finished(Execution execution) {
        assertThat(execution.outcome()).isInstanceOf(Execution.Finished.class);
        return (Execution.Finished) execution.outcome();
    }

    public static SkillFailure failure(Execution execution) {
        assertThat(execution.outcome()).isInstanceOf(Execution.Failed.class);
        return ((Execution.Failed) execution.outcome()).failure();
    }

    private Optional<Path> find(ContentHash hash) {
        return Optional.of(store.resolve(hash.hex())).filter(Files::exists);
    }
}
