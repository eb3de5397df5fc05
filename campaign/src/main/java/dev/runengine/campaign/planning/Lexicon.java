package dev.runengine.campaign.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What the planner knows: the JSON resources beside this class. Words may end in {@code *}, see {@link Words}. */
record Lexicon(
        List<Theme> themes,
        Theme defaultTheme,
        List<Colour> colours,
        List<Template> templates,
        Audio audio,
        List<Language> languages) {

    /** @param hues of primary, secondary and accent, in degrees of OKLCH */
    record Theme(
            String id,
            List<String> words,
            List<Double> hues,
            boolean dark,
            String genre,
            String mood,
            int bpm,
            String tone,
            List<String> motifs,
            String scene,
            Prize prize) {}

    record Prize(String name, String motif, String look) {}

    record Colour(String hex, List<String> words) {}

    /** @param instant over in seconds, whatever the player does */
    record Template(String id, String name, boolean instant, List<String> words, String why) {}

    record Audio(Map<String, List<String>> genres, Map<String, List<String>> moods, Map<String, List<String>> sounds) {}

    record Language(String code, List<String> regions, List<String> functionWords) {}

    record Phrases(
            Map<String, List<String>> headlines,
            List<String> subtexts,
            List<String> win,
            List<String> lose,
            List<String> cta) {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static final Lexicon SHIPPED = new Lexicon(
            List.of(read("themes.json", Theme[].class)),
            read("default_theme.json", Theme.class),
            List.of(read("colours.json", Colour[].class)),
            List.of(read("templates.json", Template[].class)),
            read("audio.json", Audio.class),
            List.of(read("languages.json", Language[].class)));

    Phrases phrases(String language) {
        return read("phrases/" + language + ".json", Phrases.class);
    }

    private static <T> T read(String resource, Class<T> type) {
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource)) {
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
