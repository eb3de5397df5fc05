package dev.runengine.campaign.validation;

import dev.runengine.campaign.game.MediaKind;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether all that the game refers to is there, inside, and of the kind its name says. */
final class AssetCheck {
    private static final Pattern OUTSIDE = Pattern.compile("(?i)^(?:[a-z][a-z0-9+.-]*:)?//.*");
    private static final Pattern INLINE = Pattern.compile("(?i)^(?:data|blob|about|javascript|mailto):.*");
    private static final SortedMap<String, MediaKind.Role> SLOTS = new TreeMap<>(Map.of(
            "model", MediaKind.Role.MODEL,
            "intro_video", MediaKind.Role.VIDEO,
            "win_video", MediaKind.Role.VIDEO,
            "lose_video", MediaKind.Role.VIDEO,
            "intro_image", MediaKind.Role.IMAGE,
            "bgm", MediaKind.Role.AUDIO));

    private final Bundle bundle;
    private final Issues issues;
    private final Set<String> reported = new HashSet<>();

    private AssetCheck(Bundle bundle, Issues issues) {
        this.bundle = bundle;
        this.issues = issues;
    }

    static void run(Bundle bundle, GameScript script, Issues issues) throws IOException {
        var check = new AssetCheck(bundle, issues);
        for (var file : bundle.files().values()) {
            check.names(file);
            check.references(file);
        }
        script.media().ifPresent(check::slots);
    }

    private void names(BundledFile file) {
        for (var kind : MediaKind.values()) {
            if (kind.extension().equals(file.extension())
                    && file.kind().filter(found -> found == kind).isEmpty()) {
                issues.error(
                        "not_what_it_says",
                        "the name says " + kind.mediaType() + ", the content is "
                                + file.kind().map(MediaKind::mediaType).orElse("something else"),
                        file.path(),
                        "Replace the file, or give it the extension of what it is.");
            }
        }
    }

    private void references(BundledFile file) throws IOException {
        if (!Set.of("html", "htm", "css", "js").contains(file.extension())) {
            return;
        }
        for (var reference : References.in(file, file.text())) {
            if (OUTSIDE.matcher(reference).matches()) {
                issues.error(
                        "external_url",
                        "the game needs the network: " + reference,
                        file.path(),
                        "Put the file into the bundle; a game must play without a network.");
            } else if (!INLINE.matcher(reference).matches()) {
                // Scripts refer to files from the page's place, style sheets from their own.
                require(file.extension().equals("js") ? reference : resolved(file.path(), reference), file.path());
            }
        }
    }

    private void slots(JsonNode media) {
        var files = media.path("files");
        SLOTS.forEach((slot, role) -> {
            var path = files.path(slot).asString("");
            if (!path.isEmpty()) {
                requireKind(path, role, slot);
            }
        });
        files.path("sfx")
                .properties()
                .forEach(effect -> requireKind(
                        effect.getValue().asString(""), MediaKind.Role.AUDIO, "the effect " + effect.getKey()));
    }

    private void requireKind(String path, MediaKind.Role role, String use) {
        require(path, Bundle.CONFIG);
        bundle.file(path)
                .filter(file -> file.kind().filter(kind -> kind.role() == role).isEmpty())
                .ifPresent(file -> issues.error(
                        "wrong_kind",
                        "this file serves as " + use + ", but is "
                                + file.kind().map(MediaKind::mediaType).orElse("no known medium"),
                        path,
                        "Give " + use + " a file of its kind."));
    }

    private void require(String path, String from) {
        if (bundle.file(path).isEmpty() && reported.add(path)) {
            issues.error(
                    "dangling_reference",
                    from + " refers to \"" + path + "\", which is not there",
                    from,
                    "Add the file, or remove the reference.");
        }
    }

    private static String resolved(String from, String reference) {
        var plain = reference.replaceAll("[?#].*", "");
        try {
            return URI.create("/" + from).resolve(plain).getPath().substring(1);
        } catch (IllegalArgumentException notAnAddress) {
            return plain;
        }
    }
}
