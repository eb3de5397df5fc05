package dev.runengine.campaign.audio.effects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The instruments effects are played on, so that they match the music's style. From {@code palettes.json}. */
record Palette(
        List<String> styles,
        String lead,
        String bell,
        String knock,
        String low,
        String shimmer,
        double brightness,
        boolean minor,
        double reverb,
        int transpose) {
    private static final Map<String, Palette> BY_STYLE = load();

    /** @param style a genre or mood */
    static Palette of(String style) {
        var palette = BY_STYLE.get(style);
        if (palette == null) {
            throw new IllegalArgumentException("there is no style " + style);
        }
        return palette;
    }

    private static Map<String, Palette> load() {
        try (var in = Palette.class.getResourceAsStream("palettes.json")) {
            if (in == null) {
                throw new IllegalStateException("palettes.json is missing from the classpath");
            }
            var mapper = JsonMapper.builder().build();
            var byStyle = new LinkedHashMap<String, Palette>();
            mapper.readTree(in).values().forEach(node -> {
                var palette = mapper.treeToValue(node, Palette.class);
                palette.styles.forEach(style -> byStyle.put(style, palette));
            });
            return Map.copyOf(byStyle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
