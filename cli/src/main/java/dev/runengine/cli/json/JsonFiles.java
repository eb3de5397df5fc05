package dev.runengine.cli.json;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that a person wrote, so mistakes are shown where they are. */
public final class JsonFiles {
    public static final String STANDARD_INPUT = "-";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFiles() {}

    /** @param file a path, or {@code -} for standard input */
    public static JsonNode read(String file, Console console) {
        return parse(bytes(file, console), file.equals(STANDARD_INPUT) ? "standard input" : file);
    }

    /** @param name what to call the text in a message */
    public static JsonNode parse(byte[] text, String name) {
        try {
            var value = JSON.readTree(text);
            if (value.isMissingNode()) {
                throw new CommandFailure(ExitCode.USAGE, "Not JSON", name + " is empty", "");
            }
            return value;
        } catch (JacksonException e) {
            throw new CommandFailure(ExitCode.USAGE, "Not JSON", place(name, e), "");
        }
    }

    private static byte[] bytes(String file, Console console) {
        try {
            return file.equals(STANDARD_INPUT) ? console.in().readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "No such file",
                    List.of(Path.of(file).toAbsolutePath().toString()),
                    "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(String name, JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null
                ? name + ": " + e.getOriginalMessage()
                : "%s, line %d, column %d: %s"
                        .formatted(name, at.getLineNr(), at.getColumnNr(), e.getOriginalMessage());
    }
}
