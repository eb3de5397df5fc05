package dev.runengine.client;

import dev.runengine.client.wire.ArtifactView;
import dev.runengine.client.wire.CacheEntryList;
import dev.runengine.client.wire.CacheRemovalView;
import dev.runengine.client.wire.CacheStatsView;
import dev.runengine.client.wire.ComparisonView;
import dev.runengine.client.wire.PlanView;
import dev.runengine.client.wire.Promoted;
import dev.runengine.client.wire.QueueJobList;
import dev.runengine.client.wire.QueueList;
import dev.runengine.client.wire.QueueView;
import dev.runengine.client.wire.RunAccepted;
import dev.runengine.client.wire.RunArtifacts;
import dev.runengine.client.wire.RunList;
import dev.runengine.client.wire.RunSteps;
import dev.runengine.client.wire.RunView;
import dev.runengine.client.wire.ScheduleBody;
import dev.runengine.client.wire.ScheduleList;
import dev.runengine.client.wire.ScheduleView;
import dev.runengine.client.wire.SettleBody;
import dev.runengine.client.wire.StepDetailView;
import dev.runengine.client.wire.TriggerBody;
import dev.runengine.client.wire.UpdateBody;
import dev.runengine.client.wire.WorkflowList;
import dev.runengine.client.wire.WorkflowView;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A server's REST API as methods that block. Safe for use by many threads.
 *
 * <p>Every method throws {@link RunEngineException} when the server refuses and {@link ServerUnreachableException} when
 * no answer comes.
 */
public final class RunEngineClient {
    /** The queue of runs. */
    public static final String RUNS = "RUN_ORCHESTRATION";

    private final Http http;

    private RunEngineClient(Http http) {
        this.http = http;
    }

    /** @param server such as {@code http://127.0.0.1:3001} */
    public static RunEngineClient of(URI server) {
        return new RunEngineClient(new Http(server, Optional.empty()));
    }

    /** @param token a JWT that the server accepts */
    public static RunEngineClient of(URI server, String token) {
        return new RunEngineClient(new Http(server, Optional.of(token)));
    }

    /** Sent again when no answer comes, or the server cannot answer, for ten seconds; there is one run all the same. */
    public RunAccepted trigger(TriggerBody run) {
        return trigger(run, newKey());
    }

    /**
     * Like the other, for callers that may have to send it once more themselves: under the same key the same run is given
     * the first answer for at least a day.
     *
     * @param key 1 to 255 visible ASCII characters; the caller's own, and new for each run that is wanted
     */
    public RunAccepted trigger(TriggerBody run, String key) {
        return http.postOnce("/runs", run, key, RunAccepted.class);
    }

    /** Sent again as {@link #trigger(TriggerBody)} is. */
    public RunAccepted update(UUID baseRunId, UpdateBody change) {
        return update(baseRunId, change, newKey());
    }

    /** Like the other, with a key as {@link #trigger(TriggerBody, String)} has it. */
    public RunAccepted update(UUID baseRunId, UpdateBody change, String key) {
        return http.postOnce(runPath(baseRunId) + "/update", change, key, RunAccepted.class);
    }

    /** What the update would do; nothing is run. */
    public PlanView plan(UUID baseRunId, UpdateBody change) {
        return http.post(runPath(baseRunId) + "/plan", change, PlanView.class);
    }

    public RunView run(UUID runId) {
        return http.get(runPath(runId), Map.of(), RunView.class);
    }

    public RunList runs(RunFilter filter) {
        return http.get("/runs", filter.query(), RunList.class);
    }

    public RunSteps steps(UUID runId) {
        return http.get(runPath(runId) + "/steps", Map.of(), RunSteps.class);
    }

    public StepDetailView step(UUID runId, String stepId) {
        return http.get(runPath(runId) + "/steps/" + Http.encoded(stepId), Map.of(), StepDetailView.class);
    }

    /** Steps and artifacts of two runs of one workflow side by side. */
    public ComparisonView compare(UUID base, UUID head) {
        return http.get("/compare", Map.of("base", base.toString(), "head", head.toString()), ComparisonView.class);
    }

    public CacheEntryList cacheEntries(CacheFilter filter, int limit, Optional<String> cursor) {
        var query = filter.query();
        query.put("limit", Integer.toString(limit));
        cursor.ifPresent(text -> query.put("cursor", text));
        return http.get("/cache/entries", query, CacheEntryList.class);
    }

    /** Deletes cached results. @param dryRun only to be told how many */
    public CacheRemovalView invalidate(CacheFilter filter, boolean dryRun) {
        var query = filter.query();
        query.put("dryRun", Boolean.toString(dryRun));
        return http.delete("/cache/entries", query, CacheRemovalView.class);
    }

    /** @param since absent for the last seven days */
    public CacheStatsView cacheStats(Optional<Instant> since) {
        return http.get(
                "/cache/stats",
                since.map(from -> Map.of("since", from.toString())).orElse(Map.of()),
                CacheStatsView.class);
    }

    public RunArtifacts artifacts(UUID runId) {
        return http.get(runPath(runId) + "/artifacts", Map.of(), RunArtifacts.class);
    }

    public ArtifactView artifact(UUID artifactId) {
        return http.get("/artifacts/" + artifactId, Map.of(), ArtifactView.class);
    }

    /**
     * Writes an artifact's bytes to a file, which is there whole or not at all.
     *
     * @throws IOException when the file cannot be written
     */
    public void downloadTo(UUID artifactId, Path file) throws IOException {
        var part = Files.createTempFile(file.toAbsolutePath().getParent(), "download-", ".part");
        try {
            try (var bytes = http.open("/artifacts/" + artifactId + "/content")) {
                Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The run; still running when its owner has not stopped it yet. */
    public RunView cancel(UUID runId) {
        return http.post(runPath(runId) + "/cancel", RunView.class);
    }

    /** Lets nothing new start in the run until it is resumed; steps that execute end, and are recorded. */
    public RunView pause(UUID runId) {
        return http.post(runPath(runId) + "/pause", RunView.class);
    }

    public RunView resume(UUID runId) {
        return http.post(runPath(runId) + "/resume", RunView.class);
    }

    /** Says what became of the submission of a held step. */
    public RunView settle(UUID runId, String stepId, SettleBody settlement) {
        return http.post(runPath(runId) + "/steps/" + Http.encoded(stepId) + "/settle", settlement, RunView.class);
    }

    /** Queues a failed run again; finished steps are kept. */
    public RunAccepted retry(UUID runId) {
        return http.post(runPath(runId) + "/retry", RunAccepted.class);
    }

    /** The queues, as far as the caller's runs are concerned. */
    public QueueList queues() {
        return http.get("/queues", Map.of(), QueueList.class);
    }

    /** @param state such as waiting or delayed; absent for all */
    public QueueJobList jobs(String queue, Optional<String> state) {
        return http.get(
                queuePath(queue) + "/jobs",
                state.map(word -> Map.of("state", word)).orElse(Map.of()),
                QueueJobList.class);
    }

    /** Lets no worker take a run of the caller's until the queue is resumed; runs that go on are left alone. */
    public QueueView pauseQueue(String queue) {
        return http.post(queuePath(queue) + "/pause", QueueView.class);
    }

    public QueueView resumeQueue(String queue) {
        return http.post(queuePath(queue) + "/resume", QueueView.class);
    }

    /** Lets all delayed runs start now. */
    public Promoted promote(String queue) {
        return http.post(queuePath(queue) + "/promote", Promoted.class);
    }

    public ScheduleView createSchedule(ScheduleBody schedule) {
        return http.post("/schedules", schedule, ScheduleView.class);
    }

    public ScheduleList schedules() {
        return http.get("/schedules", Map.of(), ScheduleList.class);
    }

    /** Lets the schedule start nothing until it is resumed; what falls into the pause is not made up for. */
    public ScheduleView pauseSchedule(String name) {
        return http.post(schedulePath(name) + "/pause", ScheduleView.class);
    }

    public ScheduleView resumeSchedule(String name) {
        return http.post(schedulePath(name) + "/resume", ScheduleView.class);
    }

    /** The schedule as it was. Runs it started go on. */
    public ScheduleView deleteSchedule(String name) {
        return http.delete(schedulePath(name), ScheduleView.class);
    }

    public WorkflowList workflows() {
        return http.get("/workflows", Map.of(), WorkflowList.class);
    }

    /** The newest version. */
    public WorkflowView workflow(String name) {
        return http.get("/workflows/" + Http.encoded(name), Map.of(), WorkflowView.class);
    }

    public WorkflowView workflow(String name, String version) {
        return http.get("/workflows/" + Http.encoded(name), Map.of("version", version), WorkflowView.class);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String schedulePath(String name) {
        return "/schedules/" + Http.encoded(name);
    }

    private static String queuePath(String queue) {
        return "/queues/" + Http.encoded(queue);
    }

    private static String runPath(UUID runId) {
        return "/runs/" + runId;
    }
}
