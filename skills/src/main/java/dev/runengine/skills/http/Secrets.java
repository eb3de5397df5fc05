package dev.runengine.skills.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys and tokens by name: the environment variable of that name, or the file that the variable {@code <name>_FILE}
 * names, as containers are given theirs. Knows the values it has given out, to keep them out of messages. Safe for
 * concurrent use.
 */
public final class Secrets {
    private static final String FILE_SUFFIX = "_FILE";
    private static final String MASK = "***";
    private static final int MOST_CHARACTERS = 400;

    private final Map<String, String> environment;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * @return empty when neither variable is set, or what is set is blank
     * @throws UncheckedIOException for a file that cannot be read
     */
    public Optional<String> find(String name) {
        return Optional.ofNullable(known.get(name)).or(() -> read(name));
    }

    /** The text with every secret that was given out replaced. */
    public String redact(String text) {
        var redacted = text;
        for (var secret : known.values()) {
            redacted = redacted.replace(secret, MASK);
        }
        return redacted;
    }

    /** What a service said, fit for a message: one line, not long, and without the key that services like to repeat. */
    String quote(String said) {
        var line = redact(said).replaceAll("\\s+|\\p{Cntrl}", " ").strip();
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line;
    }

    private Optional<String> read(String name) {
        var found = Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name + FILE_SUFFIX))
                        .filter(path -> !path.isBlank())
                        .map(path -> content(Path.of(path))))
                .map(String::strip) // A file ends with a line break, which no header can hold.
                .filter(value -> !value.isEmpty());
        found.ifPresent(value -> known.put(name, value));
        return found;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
