package dev.runengine.server.wiring;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Files of the data folder that say what holds for a whole fleet; each node needs the same. They are read at start. */
enum FleetFile {
    LIMITS("limits.json"),
    RETENTION("retention.json");

    private final String filename;

    FleetFile(String filename) {
        this.filename = filename;
    }

    /**
     * @return empty when there is no such file
     * @throws IllegalArgumentException when the file says nothing that can be understood
     */
    <T> Optional<T> read(Path home, Function<Json, T> reading) throws IOException {
        var file = home.resolve(filename);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(JsonReader.parse(Files.readString(file))));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
