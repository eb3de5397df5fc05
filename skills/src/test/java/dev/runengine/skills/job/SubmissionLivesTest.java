package dev.runengine.skills.job;

import static dev.runengine.skills.testing.FakeService.answer;
import static dev.runengine.skills.testing.FakeService.bytes;
import static dev.runengine.skills.testing.FakeService.reset;
import static dev.runengine.skills.testing.FakeService.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure.OutcomeUnknown;
import dev.runengine.skills.run.Execution.Failed;
import dev.runengine.skills.run.Execution.Finished;
import dev.runengine.skills.testing.FakeService.Behaviour;
import dev.runengine.skills.testing.RecordedJobs;
import dev.runengine.skills.testing.SkillWorld;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Executions that are stopped anywhere, of a provider that loses answers and takes every request for a new job: it gets one.
 * Run a seed again with {@code -Dseed=N}.
 */
class SubmissionLivesTest extends HttpSkillFixture {
    private static final int SEEDS = 60;
    private static final int MOST_EXECUTIONS = 20;

    /** How long after a request the provider's look-up may not know its job yet. */
    private static final Duration LATE = Duration.ofSeconds(9);

    private final AtomicInteger submissions = new AtomicInteger();
    private volatile boolean taken;

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.range(0, SEEDS) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noLifeOfAJobHasTwoSubmissions(long seed) throws Exception {
        var random = new Random(seed);
        boolean asked = random.nextBoolean();
        provide(fate(random.nextInt(4)), Duration.ofSeconds(random.nextInt((int) LATE.toSeconds())));
        var ledger = new MortalLedger(world.jobs, random, random.nextInt(4));
        for (int executions = 0; executions < MOST_EXECUTIONS; executions++) {
            if (isDone(skill(asked), ledger)) {
                assertThat(submissions).hasValue(1);
                return;
            }
        }
        throw new AssertionError("it never ends: " + world.jobs.history());
    }

    /** What becomes of the answer to the submission. */
    private static Behaviour fate(int which) {
        return switch (which) {
            case 0 -> reset();
            case 1 -> status(502, "text/plain", "");
            case 2 -> answer("{'no': 'id'}");
            default -> answer("{'job': {'id': 'j1'}}");
        };
    }

    private void provide(Behaviour fate, Duration late) throws IOException {
        var knownFrom = world.time.instant().plus(late);
        service.on("POST /jobs", (socket, out) -> {
                    submissions.incrementAndGet();
                    taken = true;
                    fate.answer(socket, out);
                })
                .on("GET /jobs?key=" + SkillWorld.KEY, (socket, out) -> {
                    boolean known = taken && !world.time.instant().isBefore(knownFrom);
                    answer(known ? "{'jobs': [{'id': 'j1'}]}" : "{'jobs': []}").answer(socket, out);
                })
                .on("GET /jobs/j1", answer("{'state': 'running'}"))
                .on("GET /jobs/j1", answer("{'state': 'done', 'seed': 5, 'file': '/files/1.png'}"))
                .on("GET /files/1.png", bytes(200, "image/png", Pictures.png(40, 30)));
    }

    private boolean isDone(HttpSkill skill, JobLedger ledger) {
        try (var execution = world.run(skill, INPUT, ledger)) {
            return switch (execution.outcome()) {
                case Finished _ -> true;
                case Failed(OutcomeUnknown _) -> {
                    settleTruly();
                    yield false;
                }
                case Failed(var failure) -> throw new AssertionError(failure);
            };
        } catch (InterruptedException died) {
            return false;
        }
    }

    private void settleTruly() {
        if (taken) {
            world.jobs.submitted("j1");
        } else {
            world.jobs.refused();
        }
    }

    private HttpSkill skill(boolean asked) {
        var lookUp = new LookUp(get("/jobs?key={{execution:/key}}"), JsonPointer.parse("/jobs/0/id"), LATE);
        var job = new JobSettings(
                JsonPointer.parse("/job/id"),
                get("/jobs/{{job:/id}}"),
                JsonPointer.parse("/state"),
                List.of(Json.of("done")),
                List.of(Json.of("failed")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(lookUp).filter(_ -> asked),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        var settings = settings(
                request("POST", "/jobs", "{'text': '{{input:/prompt}}'}"),
                Optional.of(job),
                png(download("{{response:/file}}")));
        return new HttpSkill(descriptor(), settings, world.around());
    }

    /** A ledger whose process dies now and then, before or after it has recorded something. */
    private record MortalLedger(RecordedJobs jobs, Random random, AtomicInteger deaths) implements JobLedger {
        MortalLedger(RecordedJobs jobs, Random random, int deaths) {
            this(jobs, random, new AtomicInteger(deaths));
        }

        @Override
        public Optional<JobRecord> job() {
            return jobs.job();
        }

        @Override
        public void submitting() throws InterruptedException {
            record(jobs::submitting);
        }

        @Override
        public void submitted(String jobId) throws InterruptedException {
            record(() -> jobs.submitted(jobId));
        }

        @Override
        public void refused() throws InterruptedException {
            record(jobs::refused);
        }

        private void record(Runnable recording) throws InterruptedException {
            mayDie();
            recording.run();
            mayDie();
        }

        private void mayDie() throws InterruptedException {
            if (random.nextBoolean() && deaths.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new InterruptedException("the process is gone");
            }
        }
    }
}
