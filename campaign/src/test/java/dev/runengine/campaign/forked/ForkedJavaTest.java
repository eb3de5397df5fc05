package dev.runengine.campaign.forked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.skill.SkillFailure;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ForkedJavaTest {
    private static final byte[] NOTHING = {};

    @TempDir
    Path workspace;

    @Test
    void aProgramAnswersOnItsOutputWhatItReadsOnItsInput() throws Exception {
        var answer = run("shout", "hello");
        assertThat(answer).isEqualTo("HELLO");
    }

    @Test
    void aProgramWorksInItsWorkspaceWithItsPropertiesAndWithoutTheNodesEnvironment() throws Exception {
        var program = ForkedJava.of(Programs.class, "report").withProperty("colour", "blue");
        program.run(workspace, NOTHING);
        assertThat(Files.readString(workspace.resolve("report.txt")))
                .contains("directory=" + workspace.toRealPath().getFileName())
                .contains("colour=blue")
                .doesNotContain("JAVA_HOME");
    }

    @Test
    void anExitCodeOtherThanZeroIsAFailureThatQuotesTheLastWords() {
        assertThatExceptionOfType(SkillException.class)
                .isThrownBy(() -> run("fail", ""))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(SkillFailure.Broken.class))
                .withMessage("Programs failed with exit code 7: the tape is torn");
    }

    @Test
    void anUncaughtExceptionIsAFailure() {
        assertThatThrownBy(() -> run("throw", "")).hasMessageContaining("IllegalStateException: no such reel");
    }

    @Test
    void aCrashOfNativeCodeIsAFailureAndLeavesItsReportInTheWorkspace() throws IOException {
        assertThatThrownBy(() -> run("crash", ""))
                .isInstanceOf(SkillException.class)
                .hasMessageContaining("crashed in native code: SIG")
                .hasMessageContaining("Unsafe_GetByte");
        try (var files = Files.list(workspace)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .anyMatch(name -> name.startsWith("hs_err_pid"));
        }
    }

    @Test
    void aProgramThatEndsWithoutReadingALongInputIsJudgedByItsExitCode() throws Exception {
        var longInput = new byte[1 << 20];
        assertThat(ForkedJava.of(Programs.class, "nothing").run(workspace, longInput))
                .isEmpty();
        assertThatThrownBy(() -> ForkedJava.of(Programs.class, "fail").run(workspace, longInput))
                .hasMessageContaining("the tape is torn");
    }

    @Test
    void endlessChatterOnStandardErrorNeitherBlocksNorFillsMemory() {
        assertThatThrownBy(() -> run("chatter", ""))
                .hasMessageEndingWith("last line")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(Tail.LENGTH + 200));
    }

    @Test
    void outOfMemoryIsToldAsSuch() {
        assertThatThrownBy(() -> ForkedJava.of(Programs.class, "hoard")
                        .withHeapMegabytes(8)
                        .run(workspace, NOTHING))
                .hasMessageContaining("ran out of heap memory");
    }

    @Test
    void aFeedThatFailsKillsTheProgramInsteadOfEndingItsInput() {
        assertThatThrownBy(() -> ForkedJava.of(Programs.class, "mark").run(workspace, input -> {
                    input.write(1);
                    throw SkillException.invalidInput("/image_uri", "not a picture");
                }))
                .isInstanceOf(SkillException.class)
                .hasMessageContaining("not a picture");
        assertThat(workspace.resolve("mark")).doesNotExist();
    }

    @Test
    void anInterruptKillsAProgramThatDoesNotReadItsInput() throws Exception {
        var fed = new CountDownLatch(1);
        var outcome = new CompletableFuture<Throwable>();
        var runner = Thread.ofPlatform().start(() -> {
            try {
                ForkedJava.of(Programs.class, "hang").run(workspace, input -> {
                    fed.countDown();
                    input.write(new byte[1 << 20]);
                });
            } catch (Exception e) {
                outcome.complete(e);
            }
        });
        fed.await();
        var children = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").endsWith("Programs hang"))
                .toList();
        assertThat(children).hasSize(1);

        runner.interrupt();

        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(children.getFirst().isAlive()).isFalse();
    }

    private String run(String program, String input) throws SkillException, IOException, InterruptedException {
        var answer = ForkedJava.of(Programs.class, program).run(workspace, input.getBytes(StandardCharsets.UTF_8));
        return new String(answer, StandardCharsets.UTF_8);
    }
}
