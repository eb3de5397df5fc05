package dev.runengine.cli.command;

import dev.runengine.cli.connection.Servers;
import dev.runengine.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A person at a prompt whose output is not a terminal. */
final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String input = "";

    Terminal typing(String text) {
        input = text;
        return this;
    }

    int runs(String... arguments) {
        var console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                OptionalInt.empty(),
                false);
        Servers none = (_, _) -> {
            throw new AssertionError("these tests name their server");
        };
        return new RunEngineCli(console, none, List.of()).execute(arguments);
    }

    int runsAt(FakeServer server, String... arguments) {
        return runs(Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--server", server.address().toString()))
                .toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
