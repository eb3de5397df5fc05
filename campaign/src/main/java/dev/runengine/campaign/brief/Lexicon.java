package dev.runengine.campaign.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What briefs are read with: the JSON resources beside this class. Words may end in {@code *}, see {@link Words}. */
record Lexicon(
        List<Theme> themes,
        Theme defaultTheme,
        List<Colour> colours,
        List<Template> templates,
        NamedWords moods,
        List<Language> languages) {

    record Colour(String hex, List<String> words) {}

    record Language(String code, List<String> names, List<String> regions, List<String> functionWords) {}

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static final Lexicon SHIPPED = new Lexicon(
            List.of(read("themes.json", Theme[].class)),
            read("default_theme.json", Theme.class),
            List.of(read("colours.json", Colour[].class)),
            List.of(read("templates.json", Template[].class)),
            read("moods.json", NamedWords.class),
            List.of(read("languages.json", Language[].class)));

    private static <T> T read(String resource, Class<T> type) {
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource)) {
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
