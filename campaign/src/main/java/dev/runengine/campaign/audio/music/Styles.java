package dev.runengine.campaign.audio.music;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The genres and moods, from {@code styles.json} and {@code moods.json}. */
final class Styles {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static final Map<String, Style> GENRES = load("styles.json", Style.class);
    static final Map<String, Mood> MOODS = load("moods.json", Mood.class);

    private Styles() {}

    private static <T> Map<String, T> load(String resource, Class<T> type) {
        try (var in = Styles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the classpath");
            }
            var entries = new LinkedHashMap<String, T>();
            for (var entry : MAPPER.readTree(in).properties()) {
                entries.put(entry.getKey(), MAPPER.treeToValue(entry.getValue(), type));
            }
            return Map.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
