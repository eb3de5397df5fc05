package dev.runengine.cli.progress;

import static dev.runengine.cli.progress.Runs.START;
import static dev.runengine.cli.progress.Runs.run;
import static dev.runengine.cli.progress.Runs.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.client.wire.StepView;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressLayoutTest {
    private static final Instant LATER = START.plusSeconds(41);

    @Test
    void theBlockShowsWhatRunsHowMuchIsLeftAndHowFarItIs() {
        var snapshot = run(
                "running",
                step("plan", "completed"),
                step("video", "running"),
                step("bundle", "pending"),
                step("manifest", "pending"));
        assertThat(at80(snapshot))
                .containsExactly(
                        " >>  video                          running 0:41",
                        " ..  2 more to come",
                        " 1 of 4 steps [=======                       ] 0:41");
    }

    @Test
    void aFinishedStepSaysWhereItsResultComesFrom() {
        assertThat(ProgressLayout.line(step("music", "completed"), LATER).plain())
                .isEqualTo(" ok  music                          ran 4.2 s");
        assertThat(ProgressLayout.line(step("video", "skipped"), LATER).plain())
                .isEqualTo(" ==  video                          reused from the base run");
    }

    @Test
    void theBlockStaysSmallHoweverManyStepsRun() {
        var steps = IntStream.range(0, 500)
                .mapToObj(n -> step("step_" + n, "running"))
                .toArray(StepView[]::new);
        assertThat(at80(run("running", steps)))
                .hasSize(ProgressLayout.BLOCK_LINES)
                .contains(" ..  494 more to come");
    }

    @Test
    void noLineReachesTheEdgeOfATerminal() {
        var step = step("a_step_with_a_name_as_long_as_names_may_be_and_then_a_little_more", "running");
        for (int columns = 20; columns <= 200; columns += 20) {
            int edge = columns;
            assertThat(lines(run("running", step), columns))
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(edge));
        }
    }

    @Test
    void nothingIsLeftToShowWhenTheRunIsOver() {
        assertThat(at80(run("completed", step("plan", "completed")))).isEmpty();
    }

    @Test
    void colourChangesNoText() {
        var line = ProgressLayout.line(step("music", "completed"), LATER);
        assertThat(line.fitted(80, true).replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(line.fitted(80, false));
    }

    private static List<String> at80(Snapshot snapshot) {
        return lines(snapshot, 80);
    }

    private static List<String> lines(Snapshot snapshot, int columns) {
        return ProgressLayout.block(snapshot, LATER).stream()
                .map(line -> line.fitted(columns, false))
                .toList();
    }
}
