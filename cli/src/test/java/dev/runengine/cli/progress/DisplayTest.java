package dev.runengine.cli.progress;

import static dev.runengine.cli.progress.Runs.START;
import static dev.runengine.cli.progress.Runs.run;
import static dev.runengine.cli.progress.Runs.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static final String ESCAPE = "\u001b";

    private final StringWriter err = new StringWriter();

    @Test
    void withoutATerminalEachChangeIsOneLineAndNothingMoves() {
        var display = Display.on(console(OptionalInt.empty()));
        display.show(run("running", step("plan", "running"), step("music", "pending")), START);
        display.show(run("running", step("plan", "running"), step("music", "pending")), START.plusSeconds(1));
        display.show(run("running", step("plan", "completed"), step("music", "skipped")), START.plusSeconds(2));
        assertThat(err.toString().lines())
                .containsExactly(
                        " >>  plan                           running 0:00",
                        " ok  plan                           ran 4.2 s",
                        " ==  music                          reused from the base run");
        assertThat(err.toString()).doesNotContain(ESCAPE);
    }

    @Test
    void onATerminalFinishedStepsStayAndTheBlockIsPaintedOverItself() {
        var display = Display.on(console(OptionalInt.of(80)));
        display.show(run("running", step("plan", "running"), step("music", "pending")), START);
        display.show(run("running", step("plan", "completed"), step("music", "running")), START);
        display.show(run("completed", step("plan", "completed"), step("music", "completed")), START);
        assertThat(Screen.after(err.toString()))
                .containsExactly(
                        " ok  plan                           ran 4.2 s",
                        " ok  music                          ran 4.2 s");
    }

    @Test
    void whatDidNotChangeIsNotPaintedAgain() {
        var display = Display.on(console(OptionalInt.of(80)));
        display.show(run("running", step("plan", "running")), START);
        int painted = err.getBuffer().length();
        display.show(run("running", step("plan", "running")), START);
        assertThat(err.getBuffer()).hasSize(painted);
    }

    @Test
    void nothingIsShownOnceItIsStopped() {
        for (var columns : new OptionalInt[] {OptionalInt.empty(), OptionalInt.of(80)}) {
            var display = Display.on(console(columns));
            display.stop();
            err.getBuffer().setLength(0);
            display.show(run("running", step("plan", "running")), START);
            assertThat(err.toString()).isEmpty();
        }
    }

    private Console console(OptionalInt columns) {
        return new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                columns,
                false);
    }
}
