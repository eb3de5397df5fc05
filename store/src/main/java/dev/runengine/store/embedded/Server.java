package dev.runengine.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of one data folder: found running, launched, stopped. */
record Server(Layout layout, Programs programs) {
    /** Long, because after a crash the server first replays its log; nothing else can be done meanwhile. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int PORT_ATTEMPTS = 3;
    private static final long LOG_LIMIT = 16L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /**
     * The server that a killed process left behind, if one runs. Waits while it still recovers, or already stops, until
     * it is ready or gone.
     */
    Optional<Postmaster> orphan() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        Optional<Postmaster> orphan = Postmaster.runningOn(layout.data());
        while (orphan.isPresent() && !orphan.get().ready()) {
            if (System.nanoTime() - deadline > 0) {
                throw new DatabaseUnavailableException(Advice.forFailure(
                        layout,
                        "PostgreSQL (process %d) runs on %s but is not ready after %d s"
                                .formatted(orphan.get().pid(), layout.data(), START.toSeconds()),
                        Advice.tailOf(layout.log())));
            }
            pause();
            orphan = Postmaster.runningOn(layout.data());
        }
        orphan.ifPresent(found ->
                LOG.info("adopting the PostgreSQL that still runs on {} (process {})", layout.data(), found.pid()));
        return orphan;
    }

    /** Starts a server on a data folder that none runs on, and returns when it takes connections. */
    Postmaster launch() throws IOException {
        Postmaster.forgetGone(layout.data());
        programs.account().takeOver(layout.data());
        rotateLog();
        for (int attempt = 1; ; attempt++) {
            int port = Port.choose(layout.port());
            Settings.write(layout.data(), port);
            Programs.Result result = control("start", START, "--log=" + layout.log());
            Optional<Postmaster> launched = Postmaster.runningOn(layout.data());
            if (result.succeeded() && launched.isPresent()) {
                return launched.get();
            }
            // Another program may have taken the port since it was seen to be free; then another port will do.
            boolean portWasTaken = launched.isEmpty() && !Port.isFree(port);
            if (!portWasTaken || attempt == PORT_ATTEMPTS) {
                throw new DatabaseUnavailableException(Advice.forFailure(
                        layout, "PostgreSQL did not start on " + layout.data(), Advice.tailOf(layout.log())));
            }
        }
    }

    /** Ends all sessions, writes everything and waits until the server is down. */
    void stop() throws IOException {
        Programs.Result result = control("stop", STOP, "--mode=fast");
        if (!result.succeeded() && Postmaster.runningOn(layout.data()).isPresent()) {
            throw new DatabaseUnavailableException(Advice.forFailure(
                    layout, "PostgreSQL did not stop; the next start will adopt it", result.output()));
        }
    }

    private Programs.Result control(String action, Duration limit, String option) throws IOException {
        return programs.run(
                limit.plus(MARGIN),
                "pg_ctl",
                action,
                "--wait",
                "--timeout=" + limit.toSeconds(),
                "--pgdata=" + layout.data(),
                option);
    }

    private void rotateLog() throws IOException {
        Path log = layout.log();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
