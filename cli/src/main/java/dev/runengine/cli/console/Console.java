package dev.runengine.cli.console;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A command's surroundings.
 *
 * @param in read where a file is named {@code -}
 * @param out data, for programs too
 * @param err progress and messages, for people
 * @param columns of the terminal that {@code err} is; absent when it is none
 * @param colour whether {@code err} may be coloured
 */
public record Console(InputStream in, PrintWriter out, PrintWriter err, OptionalInt columns, boolean colour) {
    /** Set by the launcher script, which can ask the terminal; a JVM cannot without native help. */
    public static final String COLUMNS_PROPERTY = "run-engine.columns";

    private static final int NARROWEST = 20;

    /** The process's own streams, in UTF-8. */
    public static Console ofProcess() {
        return of(System.getenv(), width(System.getProperty(COLUMNS_PROPERTY, "")));
    }

    static Console of(Map<String, String> environment, OptionalInt columns) {
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean terminal = !dumb && columns.orElse(0) >= NARROWEST;
        // https://no-color.org: any value that is not empty.
        boolean colour = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Console(
                System.in,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                terminal ? columns : OptionalInt.empty(),
                colour);
    }

    /** Tells a person something. */
    public void say(String line) {
        err.println(line);
        err.flush();
    }

    /** Gives a program something. */
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    private static OptionalInt width(String text) {
        return text.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
