package dev.runengine.app.launch;

import java.nio.file.Path;
import java.util.Locale;

/** Where the log goes. Read by {@code logback.xml}, so it is to be chosen before anything is logged. */
enum LogTarget {
    /** For a server, whose log is what an operator watches. */
    STDERR,
    /** The same for a collector of logs: one JSON object a line, events with their fields. */
    JSON,
    /** For a command that has a server of its own, whose log would break up what a person reads. */
    FILE;

    void choose(Path home) {
        System.setProperty("run-engine.log", name().toLowerCase(Locale.ROOT));
        System.setProperty("run-engine.log-file", home.resolve("run-engine.log").toString());
    }
}
