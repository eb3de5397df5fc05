package dev.runengine.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodeTest {
    private static final UUID RUN = UUID.fromString("01970000-0000-7000-8000-000000000001");

    private final FakeServer server;
    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder;

    ExitCodeTest() throws IOException {
        server = new FakeServer();
    }

    @BeforeEach
    void acceptRuns() {
        server.on("POST /runs", 202, WireText.accepted(RUN, "Run queued for execution"))
                .on("GET /runs/" + RUN + "/steps", 200, WireText.steps(RUN, 0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"completed, 0", "failed, 3", "cancelled, 7"})
    void aBuildEndsAsItsRunDoes(String status, int code) {
        server.on("GET /runs/" + RUN, 200, WireText.run(RUN, status, 13, 0));
        assertThat(terminal.typing("{\"title\": \"x\"}").runsAt(server, "build", "-"))
                .isEqualTo(code);
        assertThat(terminal.out().strip()).isEqualTo(RUN.toString());
    }

    @Test
    void aFailedRunNamesItsStepAndTheWayOn() {
        server.on("GET /runs/" + RUN, 200, WireText.run(RUN, "failed", 13, 0));
        terminal.typing("{}").runsAt(server, "build", "-");
        assertThat(terminal.err())
                .contains("error: The run failed at step_1")
                .contains("SKILL_TIMEOUT: took too long")
                .contains("run-engine retry " + RUN);
    }

    @Test
    void waitingEndsWhenItWasToldTo() {
        server.on("GET /runs/" + RUN, 200, WireText.run(RUN, "running", 1, 0));
        assertThat(terminal.runsAt(server, "watch", RUN.toString(), "--timeout", "0"))
                .isEqualTo(8);
        assertThat(terminal.err()).contains("run-engine watch " + RUN);
    }

    @ParameterizedTest
    @CsvSource({"400, 2", "401, 4", "403, 4", "404, 5", "409, 6", "503, 9", "500, 1"})
    void aRefusalHasTheCodeOfItsKind(int status, int code) {
        server.on("GET /runs/" + RUN, status, WireText.problem(status, "CODE", "the detail"));
        assertThat(terminal.runsAt(server, "run", RUN.toString())).isEqualTo(code);
        assertThat(terminal.err())
                .contains("error: Refused")
                .contains("the detail")
                .doesNotContain("\tat ");
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        server.close();
        assertThat(terminal.runsAt(server, "runs")).isEqualTo(9);
        assertThat(terminal.err()).contains("run-engine server").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "run", "run not-a-uuid", "build", "runs --limit many", "runs --nonsense"})
    void aMisuseIsToldWithTheWayToHelp(String arguments) {
        assertThat(terminal.runs(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(terminal.err()).startsWith("error: ").contains("--help").doesNotContain("\tat ");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void badJsonIsShownWhereItIs() throws IOException {
        var brief = Files.writeString(folder.resolve("brief.json"), "{\"title\": \"x\",\n  \"style\": warm}");
        assertThat(terminal.runsAt(server, "build", brief.toString())).isEqualTo(2);
        assertThat(terminal.err()).contains("brief.json, line 2, column ").doesNotContain("\tat ");
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void aFolderOfOtherFilesIsRefusedBeforeAnythingIsRun() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "precious");
        assertThat(terminal.typing("{}").runsAt(server, "build", "-", "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(server.bodies()).isEmpty();
        assertThat(folder.resolve("thesis.txt")).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "build", "update", "plan", "watch", "runs", "run", "cancel", "retry", "workflows"})
    void everyCommandHelps(String command) {
        assertThat(terminal.runs(command, "--help")).isZero();
        assertThat(terminal.out()).contains("Usage: run-engine " + command);
    }

    @Test
    void theHelpListsTheExitCodes() {
        assertThat(terminal.runs("--help")).isZero();
        assertThat(terminal.out()).contains("Exit codes:", "demo").containsPattern("9 +no server");
    }
}
