package dev.runengine.campaign.game;

import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sound of a game: a ZIP pack of audio/bgm.* and audio/sfx/<name>.*, or one file, the music.
 *
 * @param effects paths in the bundle by intent (or by name where the pack states no intents)
 */
record AudioPack(Optional<String> bgm, Map<String, String> effects, List<BundleFile> files) {
    static final AudioPack SILENT = new AudioPack(Optional.empty(), Map.of(), List.of());

    private static final Pattern WANTED =
            Pattern.compile("audio/(?:bgm|sfx/([a-zA-Z0-9][a-zA-Z0-9_-]{0,63}))\\.(?:ogg|wav|mp3|flac)");
    private static final Pattern HOSTILE = Pattern.compile("^[/\\\\]|^[A-Za-z]:|\\\\|(?:^|/)\\.\\.(?:/|$)|\\p{Cntrl}");
    private static final String MANIFEST = "manifest.json";
    private static final int MOST_ENTRIES = 500;
    private static final long LARGEST_FILE = 32L << 20;
    private static final long LARGEST_PACK = 96L << 20;

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
        WholeFile.require(source, kind, "/audio_uri");
        var path = "audio/bgm." + kind.extension();
        return new AudioPack(Optional.of(path), Map.of(), List.of(BundleFile.media(path, source, kind)));
    }

    private static AudioPack unpack(Path source, Path folder) throws IOException, SkillException {
        try (var zip = new ZipFile(source.toFile())) {
            return new Unpacking(zip, folder).run();
        } catch (ZipException e) {
            throw refused("is a damaged ZIP: " + e.getMessage());
        }
    }

    private static SkillException refused(String detail) {
        return SkillException.invalidInput("/audio_uri", detail);
    }

    /** Reads one pack. Sizes are counted while reading: what a ZIP says about itself is not believed. */
    private static final class Unpacking {
        private final ZipFile zip;
        private final Path folder;
        private final Map<String, BundleFile> files = new TreeMap<>();
        private final Map<String, String> effectNames = new TreeMap<>();
        private Optional<String> bgm = Optional.empty();
        private long total;

        Unpacking(ZipFile zip, Path folder) {
            this.zip = zip;
            this.folder = folder;
        }

        AudioPack run() throws IOException, SkillException {
            if (zip.size() > MOST_ENTRIES) {
                throw refused("holds " + zip.size() + " entries; at most " + MOST_ENTRIES + " are read");
            }
            for (var entry : List.copyOf(zip.stream().toList())) {
                take(entry);
            }
            return new AudioPack(bgm, byIntent(), List.copyOf(files.values()));
        }

        private void take(ZipEntry entry) throws IOException, SkillException {
            var name = entry.getName();
            if (HOSTILE.matcher(name).find()) {
                throw refused("holds an entry that leads out of the pack: \"" + name + "\"");
            }
            var wanted = WANTED.matcher(name);
            if (!wanted.matches()) {
                return;
            }
            var content = folder.resolve("entry-" + files.size());
            copy(entry, content);
            var kind = MediaKind.of(content)
                    .filter(found -> found.role() == MediaKind.Role.AUDIO)
                    .orElseThrow(() -> refused("holds \"" + name + "\", which is not an audio file"));
            WholeFile.require(content, kind, "/audio_uri");
            if (files.putIfAbsent(name, BundleFile.media(name, content, kind)) != null) {
                throw refused("holds \"" + name + "\" twice");
            }
            Optional.ofNullable(wanted.group(1))
                    .ifPresentOrElse(effect -> effectNames.put(effect, name), () -> bgm = Optional.of(name));
        }

        private void copy(ZipEntry entry, Path target) throws IOException, SkillException {
            try (InputStream in = zip.getInputStream(entry);
                    var out = Files.newOutputStream(target)) {
                var buffer = new byte[1 << 16];
                long size = 0;
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                    total += n;
                    if (size > LARGEST_FILE || total > LARGEST_PACK) {
                        throw refused("unpacks to more than " + (LARGEST_FILE >> 20) + " MiB in one file or "
                                + (LARGEST_PACK >> 20) + " MiB in all");
                    }
                    out.write(buffer, 0, n);
                }
            }
        }

        /** By the intents the pack's manifest states; an effect without one goes under its name. */
        private Map<String, String> byIntent() throws IOException {
            var intents = statedIntents();
            var result = new TreeMap<String, String>();
            effectNames.forEach((name, path) -> result.putIfAbsent(intents.getOrDefault(name, name), path));
            return result;
        }

        private Map<String, String> statedIntents() throws IOException {
            var entry = zip.getEntry(MANIFEST);
            if (entry == null) {
                return Map.of();
            }
            try (var in = zip.getInputStream(entry)) {
                var stated = new ArrayList<Map.Entry<String, String>>();
                JsonMapper.shared()
                        .readTree(in.readNBytes(1 << 20))
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
