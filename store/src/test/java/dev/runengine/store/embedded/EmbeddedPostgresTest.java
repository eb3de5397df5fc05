package dev.runengine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final Path PROGRAMS = Path.of("target", "postgres").toAbsolutePath();

    /** A home whose database exists: copying it is quicker than creating one for each test. */
    private static Path pristine = Path.of("");

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeAll
    static void createADatabase(@TempDir Path shared) {
        pristine = shared.resolve("pristine");
        EmbeddedPostgres.start(pristine, PROGRAMS).close();
    }

    @BeforeEach
    void nameTheFolder() {
        folder = temporary.resolve("home of runs");
    }

    @Test
    void whatWasCommittedIsThereAfterARestart() throws Exception {
        existingDatabase();
        int port;
        try (EmbeddedPostgres postgres = start()) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            port = postgres.port();
        }
        assertThat(Postmaster.runningOn(folder.resolve("data"))).isEmpty();

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(postgres.port()).isEqualTo(port);
        }
    }

    @Test
    void aCommitThatReturnedSurvivesTheKillingOfTheServer() throws Exception {
        existingDatabase();
        try (EmbeddedPostgres postgres = start()) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            kill(serverOn(folder));
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void theServerOfAKilledProcessIsAdopted() throws Exception {
        existingDatabase();
        Process owner = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphanMaker.class.getName(),
                        folder.toString(),
                        PROGRAMS.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int port;
        try (BufferedReader output = owner.inputReader()) {
            port = Integer.parseInt(output.readLine());
        } finally {
            owner.destroyForcibly().waitFor();
        }
        Postmaster orphan = serverOn(folder);

        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.port()).isEqualTo(port).isEqualTo(orphan.port());
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
            assertThat(Postmaster.runningOn(folder.resolve("data"))).contains(orphan);
        }
        assertThat(Postmaster.runningOn(folder.resolve("data"))).isEmpty();
    }

    @Test
    void aLockFileWhoseProcessNumberNowBelongsToAnotherProgramDoesNotStopTheStart() throws Exception {
        existingDatabase();
        Path data = folder.resolve("data").toRealPath();
        Files.writeString(data.resolve("postmaster.pid"), """
                %d
                %s
                1700000000
                5432

                127.0.0.1
                        1         1
                ready
                """.formatted(
                        ProcessHandle.current().pid(), data));

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void anotherPortIsTakenWhenTheOldOneIsInUse() throws Exception {
        existingDatabase();
        int first = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
        try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = start()) {
            assertThat(postgres.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedAndLeftAlone() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("pg_dumpall")
                .hasMessageContaining("RUN_ENGINE_DATABASE_URL");
        assertThat(entries(folder)).containsExactly("data");
        assertThat(entries(data)).containsExactly("PG_VERSION");
    }

    @Test
    void aFolderThatHoldsSomethingElseIsRefusedAndLeftAlone() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("thesis.txt"), "chapter one");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("PG_VERSION is missing");
        assertThat(entries(data)).containsExactly("thesis.txt");
    }

    @Test
    void aFailedCreationLeavesNoDataFolderAndQuotesItsLastWords() throws IOException {
        Path programs = programsWithInitdb("echo 'could not write to file: No space left on device'; exit 1");

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, programs))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("RUN_ENGINE_DATABASE_URL");
        assertThat(entries(folder)).containsExactly("password");
    }

    @Test
    void aCreationCutShortByACrashIsBegunAnew() throws Exception {
        Path half = Files.createDirectories(folder.resolve("data.new-1234"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
            assertThat(half).doesNotExist();
        }
    }

    @Test
    void dataWithoutItsPasswordIsRefusedWithAdvice() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), Binaries.MAJOR);

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("password is missing");
    }

    @Test
    void aServerThatDoesNotTakeOurPasswordIsStoppedAgain() throws IOException {
        existingDatabase();
        Files.writeString(folder.resolve("password"), "another");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("put the old one back");
        assertThat(Postmaster.runningOn(folder.resolve("data"))).isEmpty();
    }

    @Test
    void aServerThatCannotStartSaysWhyWithTheEndOfItsLog() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(data.resolve("PG_VERSION"), Binaries.MAJOR);
        Files.writeString(data.resolve("postgresql.conf"), "shared_buffers = plenty");
        Files.writeString(folder.resolve("password"), "secret");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("postgres.log")
                .hasMessageContaining("shared_buffers");
    }

    @Test
    void dataOfAnotherUserIsServedUnderThatUsersAccount() throws Exception {
        assumeThat(Account.caller()).as("only root may change owners").isZero();
        int nobody = 65534;
        existingDatabase();
        new Account(List.of(), OptionalInt.of(nobody)).takeOver(folder.resolve("data"));

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
            Path process = Path.of("/proc/" + serverOn(folder).pid());
            assertThat(Files.getAttribute(process, "unix:uid")).isEqualTo(nobody);
        }
    }

    @Test
    void thePasswordIsForItsOwnersEyesOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pristine.resolve("password"))))
                .isEqualTo("rw-------");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, PROGRAMS);
    }

    private void existingDatabase() throws IOException {
        try (Stream<Path> tree = Files.walk(pristine)) {
            for (Path path : tree.toList()) {
                Files.copy(path, folder.resolve(pristine.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Returns when all its processes are dead; that the system still lists them until they are reaped is no matter. */
    private static void kill(Postmaster server) {
        ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
        List<ProcessHandle> family =
                Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        while (family.stream().anyMatch(process -> process.info().command().isPresent())) {
            Thread.onSpinWait();
        }
    }

    private static Postmaster serverOn(Path folder) throws IOException {
        return Postmaster.runningOn(folder.resolve("data")).orElseThrow();
    }

    /** Programs of which initdb does what a shell script says. */
    private Path programsWithInitdb(String script) throws IOException {
        Path bin = Files.createDirectories(temporary.resolve("programs/postgres-" + Binaries.VERSION + "/bin"));
        program(bin.resolve("initdb"), script);
        program(bin.resolve("postgres"), "exit 0");
        return temporary.resolve("programs");
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Stream<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
