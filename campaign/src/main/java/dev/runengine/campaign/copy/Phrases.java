package dev.runengine.campaign.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be said in one language: JSON resources beside this class. Languages that are not there are answered with
 * signs that read the same in all: an English line among Japanese ones helps nobody.
 *
 * @param headlines by template
 * @param instructions by template, one sentence each
 * @param branded with {@code {brand}} where the brand's name goes
 * @param voices further phrases by the way they sound
 */
record Phrases(
        Map<String, List<String>> headlines,
        List<String> subtexts,
        List<String> win,
        List<String> lose,
        List<String> cta,
        Map<String, List<String>> instructions,
        Branded branded,
        Map<String, Voice> voices) {
    private static final Set<String> SPOKEN = Set.of("en", "de", "fr", "es", "it");
    private static final String SIGNS = "und";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    record Branded(List<String> headlines, List<String> subtexts) {}

    /** @param endings to be added to an instruction */
    record Voice(
            List<String> headlines,
            List<String> subtexts,
            List<String> win,
            List<String> lose,
            List<String> cta,
            List<String> endings) {}

    static boolean isSpoken(String language) {
        return SPOKEN.contains(language);
    }

    static Phrases in(String language) {
        var resource = "phrases/" + (isSpoken(language) ? language : SIGNS) + ".json";
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource), resource)) {
            return MAPPER.readValue(in, Phrases.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
