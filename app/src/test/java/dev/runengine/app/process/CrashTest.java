package dev.runengine.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.client.RunEngineClient;
import dev.runengine.client.wire.StepView;
import dev.runengine.client.wire.TriggerBody;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A campaign is being built when the process dies. */
class CrashTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aKilledServerGoesOnWhereItWasAndRunsNoCompletedStepAgain(@TempDir Path folder) throws Exception {
        var home = folder.resolve("home");
        UUID run;
        Map<String, StepView> before;
        try (var server = ServerProcess.start(home)) {
            run = trigger(server.client());
            server.awaitLog("Step completed: runId=" + run + ", stepId=generate_intro_image");
            before = steps(server.client(), run);
            server.kill();
        }
        try (var again = ServerProcess.start(home)) {
            again.awaitLog("Run completed: runId=" + run);
            var ended = again.client().run(run);
            assertThat(ended.status()).isEqualTo("completed");
            assertThat(ended.stepsSummary().completed()).isEqualTo(13);

            var after = steps(again.client(), run);
            assertThat(finished(before))
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(after.get(step.stepId()))
                            .as("completed before the crash, and left alone")
                            .isEqualTo(step));
            var lost = executing(before).stream()
                    .filter(step -> attempts(after, step.stepId()) == step.attempt() + 1)
                    .toList();
            assertThat(lost)
                    .as("steps that were executing run again, and it is counted")
                    .isNotEmpty();
            assertThat(after.values()).as("nothing runs a third time").allMatch(step -> step.attempt() <= 2);
            assertThat(again.stop()).as("exit code on SIGTERM").isZero();
        }
    }

    private static UUID trigger(RunEngineClient client) {
        var payload = JSON.readTree(
                "{\"campaignId\": \"crash\", \"brief\": {\"title\": \"Spin and win\", \"style\": \"space\"}}");
        return client.trigger(TriggerBody.of("campaign.build.v1", payload)).runId();
    }

    private static Map<String, StepView> steps(RunEngineClient client, UUID run) {
        return client.steps(run).steps().stream().collect(Collectors.toMap(StepView::stepId, Function.identity()));
    }

    private static int attempts(Map<String, StepView> steps, String stepId) {
        return Optional.ofNullable(steps.get(stepId)).orElseThrow().attempt();
    }

    private static List<StepView> finished(Map<String, StepView> steps) {
        return steps.values().stream()
                .filter(step -> step.status().equals("completed"))
                .toList();
    }

    private static List<StepView> executing(Map<String, StepView> steps) {
        return steps.values().stream()
                .filter(step -> step.status().equals("running"))
                .toList();
    }
}
