package dev.runengine.campaign.game;

import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sound of a game: a ZIP pack of audio/bgm.* and audio/sfx/<name>.*, or one file, the music.
 *
 * @param effects paths in the bundle by intent (or by name where the pack states no intents)
 */
record AudioPack(Optional<String> bgm, Map<String, String> effects, List<BundleFile> files) {
    static final AudioPack SILENT = new AudioPack(Optional.empty(), Map.of(), List.of());

    private static final String POINTER = "/audio_uri";
    private static final Pattern WANTED =
            Pattern.compile("audio/(?:bgm|sfx/([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}))\\.(?:ogg|wav|mp3|flac)");
    private static final long LARGEST_FILE = 32L << 20;
    private static final BoundedZip.Limits LIMITS = new BoundedZip.Limits(500, LARGEST_FILE, 96L << 20);

    static AudioPack read(Path source, Path workspace) throws IOException, SkillException {
        var kind = MediaKind.of(source).orElseThrow(() -> refused("is neither a ZIP pack nor an audio file"));
        return switch (kind.role()) {
            case PACK -> unpack(source, Files.createDirectories(workspace.resolve("audio-pack")));
            case AUDIO -> single(source, kind);
            case VIDEO, MODEL, IMAGE -> throw refused("is " + kind.mediaType() + "; give a ZIP pack or an audio file");
        };
    }

    private static AudioPack single(Path source, MediaKind kind) throws IOException, SkillException {
        if (Files.size(source) > LARGEST_FILE) {
            throw refused("is larger than " + (LARGEST_FILE >> 20) + " MiB");
        }
        var path = "audio/bgm." + kind.extension();
        return new AudioPack(Optional.of(path), Map.of(), List.of(BundleFile.media(path, source, kind)));
    }

    private static AudioPack unpack(Path source, Path folder) throws IOException, SkillException {
        try (var zip = BoundedZip.open(source, LIMITS, POINTER)) {
            return new Unpacking(zip, folder).run();
        }
    }

    private static SkillException refused(String detail) {
        return SkillException.invalidInput(POINTER, detail);
    }

    /** Reads one pack. */
    private static final class Unpacking {
        private final BoundedZip zip;
        private final Path folder;
        private final Map<String, BundleFile> files = new TreeMap<>();
        private final Map<String, String> effectNames = new TreeMap<>();
        private Optional<String> bgm = Optional.empty();

        Unpacking(BoundedZip zip, Path folder) {
            this.zip = zip;
            this.folder = folder;
        }

        AudioPack run() throws IOException, SkillException {
            for (var entry : zip.entries()) {
                take(entry);
            }
            return new AudioPack(bgm, byIntent(), List.copyOf(files.values()));
        }

        private void take(ZipEntry entry) throws IOException, SkillException {
            var name = entry.getName();
            var wanted = WANTED.matcher(name);
            if (!wanted.matches()) {
                return;
            }
            var content = folder.resolve("entry-" + files.size());
            zip.copy(entry, content);
            var kind = MediaKind.of(content)
                    .filter(found -> found.role() == MediaKind.Role.AUDIO)
                    .orElseThrow(() -> refused("holds \"" + name + "\", which is not an audio file"));
            if (files.putIfAbsent(name, BundleFile.media(name, content, kind)) != null) {
                throw refused("holds \"" + name + "\" twice");
            }
            Optional.ofNullable(wanted.group(1))
                    .ifPresentOrElse(effect -> effectNames.put(effect, name), () -> bgm = Optional.of(name));
        }

        /** By the intents the pack's manifest states; an effect without one goes under its name. */
        private Map<String, String> byIntent() throws IOException, SkillException {
            var intents = statedIntents();
            var result = new TreeMap<String, String>();
            effectNames.forEach((name, path) -> result.putIfAbsent(intents.getOrDefault(name, name), path));
            return result;
        }

        private Map<String, String> statedIntents() throws IOException, SkillException {
            var entry = zip.entry(BundleArchive.MANIFEST);
            if (entry.isEmpty()) {
                return Map.of();
            }
            try {
                var stated = new ArrayList<Map.Entry<String, String>>();
                JsonMapper.shared()
                        .readTree(zip.head(entry.get(), 1 << 20))
                        .findParents("intent")
                        .forEach(effect -> stated.add(Map.entry(
                                effect.path("name").asString(""),
                                effect.path("intent").asString(""))));
                return stated.stream()
                        .filter(each ->
                                !each.getKey().isEmpty() && !each.getValue().isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a));
            } catch (JacksonException notJson) {
                // The manifest only says which effect is for what; without it, names do.
                return Map.of();
            }
        }
    }
}
