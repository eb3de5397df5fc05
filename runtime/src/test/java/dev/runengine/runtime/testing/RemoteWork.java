package dev.runengine.runtime.testing;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.runtime.port.SkillRunner.Request;
import dev.runengine.runtime.port.SkillRunner.Result;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A skill that submits a job, polls it and fetches its result, with a place to crash at between any two of its steps. */
public final class RemoteWork implements TestSkills.Body {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Where it is. */
    public enum Point {
        STARTED,
        INTENDED,
        SENT,
        RECORDED,
        POLLED,
        FETCHED
    }

    /** Called wherever the work gets to. Does not come back from where the process dies. */
    @FunctionalInterface
    public interface Watcher {
        void at(Point point) throws InterruptedException;
    }

    private final JobProvider provider;
    private final Watcher watcher;

    public RemoteWork(JobProvider provider, Watcher watcher) {
        this.provider = provider;
        this.watcher = watcher;
    }

    @Override
    public Result run(Request request) throws InterruptedException {
        watcher.at(Point.STARTED);
        var jobs = request.supervisor().jobs();
        var job = known(jobs, request);
        if (job.isEmpty()) {
            return new Result.Failed(new SkillFailure.OutcomeUnknown("the answer was lost"));
        }
        while (!get("/jobs/" + job.get(), request).orElse("").equals("done")) {
            watcher.at(Point.POLLED);
            request.supervisor().pause(Duration.ZERO);
        }
        watcher.at(Point.FETCHED);
        return TestSkills.ok(Json.of(job.get()));
    }

    private Optional<String> known(JobLedger jobs, Request request) throws InterruptedException {
        var record = jobs.job();
        if (record.isEmpty()) {
            return submit(jobs, request);
        }
        return switch (record.get()) {
            case JobRecord.Submitted(var id, var _) -> Optional.of(id);
            case JobRecord.Submitting _ -> find(jobs, request);
        };
    }

    private Optional<String> submit(JobLedger jobs, Request request) throws InterruptedException {
        jobs.submitting();
        watcher.at(Point.INTENDED);
        var id = post("/jobs", request);
        watcher.at(Point.SENT);
        if (id.isEmpty()) {
            return find(jobs, request);
        }
        jobs.submitted(id.get());
        watcher.at(Point.RECORDED);
        return id;
    }

    /** This provider's look-up knows a job as soon as it has it, so there is no waiting. */
    private Optional<String> find(JobLedger jobs, Request request) throws InterruptedException {
        if (!provider.hasLookUp()) {
            return Optional.empty();
        }
        var found = get("/jobs?" + request.executionKey(), request);
        if (found.isEmpty()) {
            return submit(jobs, request);
        }
        jobs.submitted(found.get());
        watcher.at(Point.RECORDED);
        return found;
    }

    private Optional<String> post(String path, Request request) throws InterruptedException {
        while (true) {
            try {
                var sent = HttpRequest.newBuilder(provider.address(path))
                        .header("Idempotency-Key", request.executionKey().toString())
                        .POST(BodyPublishers.noBody());
                return Optional.of(
                        CLIENT.send(sent.build(), BodyHandlers.ofString()).body());
            } catch (ConnectException e) {
                request.supervisor().pause(Duration.ZERO); // nothing was sent
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    private Optional<String> get(String path, Request request) throws InterruptedException {
        while (true) {
            try {
                var answer = CLIENT.send(
                        HttpRequest.newBuilder(provider.address(path)).build(), BodyHandlers.ofString());
                return Optional.of(answer.body()).filter(_ -> answer.statusCode() == 200);
            } catch (IOException e) {
                request.supervisor().pause(Duration.ZERO);
            }
        }
    }

    /** Tells the job of the execution to stop. */
    public void cancel(Request request) throws InterruptedException {
        var job = request.supervisor().jobs().job();
        if (job.isPresent() && job.get() instanceof JobRecord.Submitted(var id, var _)) {
            post("/jobs/" + id + "/cancel", request);
        }
    }
}
