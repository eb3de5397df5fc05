package dev.runengine.campaign.planning;

import dev.runengine.campaign.brief.NamedWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** @param sounds the intents of the effects, by template */
record AudioLexicon(NamedWords genres, Map<String, List<String>> sounds) {
    static final AudioLexicon SHIPPED = read("audio.json");

    private static AudioLexicon read(String resource) {
        try (var in = Objects.requireNonNull(AudioLexicon.class.getResourceAsStream(resource), resource)) {
            return new JsonMapper().readValue(in, AudioLexicon.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
