package dev.runengine.campaign.audio.synth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The instruments and drums, by name; their settings are in {@code instruments.json}. */
public final class Instruments {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Map<String, Patch> PATCHES = load();

    private Instruments() {}

    public static Patch named(String name) {
        var patch = PATCHES.get(name);
        if (patch == null) {
            throw new IllegalArgumentException("there is no instrument " + name);
        }
        return patch;
    }

    static List<String> names() {
        return PATCHES.keySet().stream().sorted().toList();
    }

    private static Map<String, Patch> load() {
        try (var in = Instruments.class.getResourceAsStream("instruments.json")) {
            if (in == null) {
                throw new IllegalStateException("instruments.json is missing from the classpath");
            }
            var patches = new LinkedHashMap<String, Patch>();
            for (var family : MAPPER.readTree(in).properties()) {
                var type = type(family.getKey());
                family.getValue().properties().forEach(i -> patches.put(i.getKey(), read(i.getValue(), type)));
            }
            return Map.copyOf(patches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Patch read(JsonNode settings, Class<? extends Patch> type) {
        return MAPPER.treeToValue(settings, type);
    }

    private static Class<? extends Patch> type(String family) {
        return switch (family) {
            case "subtractive" -> SubtractivePatch.class;
            case "fm" -> FmPatch.class;
            case "pluck" -> PluckPatch.class;
            case "modal" -> ModalPatch.class;
            case "drums" -> DrumPatch.class;
            case "sweeps" -> SweepPatch.class;
            default -> throw new IllegalStateException("instruments.json has no family " + family);
        };
    }
}
