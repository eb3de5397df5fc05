package dev.runengine.campaign.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runengine.campaign.browser.BrowserException.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrowserTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final int NOWHERE = 9;

    @TempDir
    private Path folder;

    @Test
    void aBusyPageIsGivenUpAndNothingOfItsBrowserStays() throws Exception {
        Path profile;
        try (var browser = open(Duration.ofSeconds(10))) {
            assertThatThrownBy(() -> browser.await("(() => { for (;;) {} })()", Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(
                            BrowserException.class, e -> assertThat(e.reason()).isEqualTo(Cause.NO_ANSWER));
            assertThat(browsers()).isNotEmpty();
            profile = profiles().getFirst();
            assertThat(profile).exists();
        }
        assertThat(browsers()).isEmpty();
        assertThat(profile).doesNotExist();
    }

    @Test
    void whoWaitsForAPageGivesUpOrIsInterrupted() throws Exception {
        try (var browser = open(MINUTE)) {
            assertThatThrownBy(() -> browser.await("false", Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(
                            BrowserException.class, e -> assertThat(e.reason()).isEqualTo(Cause.SLOW));
            var ended = new CompletableFuture<Throwable>();
            var waiting = Thread.ofVirtual().start(() -> {
                try {
                    browser.await("false", MINUTE);
                } catch (BrowserException | InterruptedException e) {
                    ended.complete(e);
                }
            });
            waiting.interrupt();
            assertThat(ended.join()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aProgramThatIsNoBrowserIsUnavailableAndSaysWhatItSaid() throws Exception {
        var impostor = program("echo 'cannot open display' >&2; exit 3");
        assertThatThrownBy(() -> Browser.start(impostor, NOWHERE, MINUTE, MINUTE))
                .isInstanceOfSatisfying(
                        BrowserException.class, e -> assertThat(e.reason()).isEqualTo(Cause.UNAVAILABLE));
    }

    @Test
    void aProgramThatNeverAnswersIsGivenUpAndKilled() throws Exception {
        var sleeper = program("exec sleep 1000");
        assertThatThrownBy(() -> Browser.start(sleeper, NOWHERE, Duration.ofMillis(300), MINUTE))
                .isInstanceOf(BrowserException.class);
        assertThat(ProcessHandle.current().descendants().flatMap(process -> process.info().command().stream()))
                .noneMatch(command -> command.endsWith("sleep"));
    }

    @Test
    void oneMoreThanAllowedWaitsForItsTurn() throws Exception {
        var sleeper = program("exec sleep 1000");
        var busy = List.of(starting(sleeper), starting(sleeper));
        try {
            assertThatThrownBy(() -> startUntilFull(sleeper)).hasMessageContaining("in use");
        } finally {
            for (var thread : busy) {
                thread.interrupt();
                thread.join();
            }
        }
    }

    @Test
    void theOperatorsWordCountsMoreThanThePath() throws Exception {
        var onPath = program("true");
        Files.move(onPath, folder.resolve("chromium"));
        var other = program("true");
        var path = folder.toString();
        assertThat(Installation.find(Optional.empty(), path)).contains(folder.resolve("chromium"));
        assertThat(Installation.find(Optional.of(other.toString()), path)).contains(other);
        assertThat(Installation.find(Optional.of("/no/such/program"), path)).isEmpty();
        assertThat(Installation.find(Optional.empty(), "")).isEmpty();
    }

    /** The others may still be on their way: whoever comes third is refused. */
    private static void startUntilFull(Path program) throws BrowserException, InterruptedException {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                Browser.start(program, NOWHERE, Duration.ofMillis(20), Duration.ofMillis(100))
                        .close();
                throw new AssertionError("a sleeper answered");
            } catch (BrowserException e) {
                if (String.valueOf(e.getMessage()).contains("in use")) {
                    throw e;
                }
            }
        }
    }

    private static Thread starting(Path program) {
        return Thread.ofPlatform().start(() -> {
            try {
                Browser.start(program, NOWHERE, MINUTE, MINUTE).close();
                throw new AssertionError("a sleeper answered");
            } catch (BrowserException | InterruptedException expected) {
                // It never becomes a browser.
            }
        });
    }

    private static Browser open(Duration patience) throws Exception {
        var binary = Browser.installed();
        assumeTrue(binary.isPresent(), "no Chromium on the PATH");
        return Browser.start(binary.get(), NOWHERE, MINUTE, patience);
    }

    private static List<ProcessHandle> browsers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .toList();
    }

    private static List<Path> profiles() {
        return browsers().stream()
                .flatMap(process -> Stream.of(process.info().arguments().orElse(new String[0])))
                .filter(argument -> argument.startsWith("--user-data-dir="))
                .map(argument -> Path.of(argument.substring(argument.indexOf('=') + 1)))
                .toList();
    }

    private Path program(String script) throws IOException {
        var file = Files.createTempFile(
                folder,
                "program",
                ".sh",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    }
}
