package dev.runengine.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.store.home.HomeFolder.Held;
import dev.runengine.store.home.HomeFolder.Owned;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
    private static final long OWN_PID = ProcessHandle.current().pid();

    @TempDir
    private Path temporary;

    private Path home = Path.of("");

    @BeforeEach
    void nameTheHome() {
        home = temporary.resolve("home");
    }

    @Test
    void aNewHomeIsCreatedForItsOwnersEyesOnly() throws IOException {
        try (Owned owned = own()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(owned.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void anotherProcessHoldsItUntilItIsKilled() throws Exception {
        Process owner = start();
        try (BufferedReader output = owner.inputReader()) {
            assertThat(output.readLine()).isEqualTo("Owned");
            assertThat(HomeFolder.acquire(home))
                    .isEqualTo(new Held(OptionalLong.of(owner.pid()), OptionalInt.of(HomeOwner.PORT)));
        } finally {
            owner.destroyForcibly().waitFor();
        }
        own().close();
    }

    @Test
    void theSameProcessOwnsItOnlyOnceAndKeepsItWhenItAsksAgain() throws Exception {
        try (Owned owned = own()) {
            assertThat(HomeFolder.acquire(home)).isEqualTo(new Held(OptionalLong.of(OWN_PID), OptionalInt.empty()));
            owned.announce(4000);
            assertThat(HomeFolder.acquire(home)).isEqualTo(new Held(OptionalLong.of(OWN_PID), OptionalInt.of(4000)));
            assertThat(answerOfAnotherProcess()).isEqualTo("Held");
        }
        own().close();
    }

    @Test
    void closingTwiceDoesNotTakeItFromTheNextOwner() throws IOException {
        Owned first = own();
        first.close();
        try (Owned _ = own()) {
            first.close();
            assertThat(HomeFolder.acquire(home)).isInstanceOf(Held.class);
        }
    }

    @Test
    void anUnfinishedAnnouncementTellsNothing() {
        assertThat(Announcement.parse("{\"pid\":47")).isEqualTo(new Held(OptionalLong.empty(), OptionalInt.empty()));
    }

    @Test
    void aHomeThatCannotBeWrittenIsRefusedWithAdvice() throws IOException {
        Files.writeString(home, "a file");
        assertThatThrownBy(() -> HomeFolder.acquire(home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(home.toString())
                .hasMessageContaining("RUN_ENGINE_HOME");
    }

    private Owned own() throws IOException {
        return (Owned) HomeFolder.acquire(home);
    }

    private String answerOfAnotherProcess() throws IOException, InterruptedException {
        Process process = start();
        try (BufferedReader output = process.inputReader()) {
            return output.readLine();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HomeOwner.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
