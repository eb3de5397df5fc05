package dev.runengine.campaign.game;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of the player: the resources in {@code player/}, with the game of one template among them. */
final class PlayerFiles {
    static final String ENTRY_POINT = "index.html";

    private static final String JS = "text/javascript";
    private static final List<String> SCRIPTS = List.of(
            "js/errors.js",
            "js/random.js",
            "js/icons.js",
            "js/elements.js",
            "js/media.js",
            "js/sound.js",
            "js/layout.js",
            "js/stage.js",
            "js/mystery-box.js",
            "js/prize.js",
            "js/qa.js",
            "js/main.js",
            "vendor/prize3d.js");

    private PlayerFiles() {}

    static List<BundleFile> of(String templateId, Path workspace) throws IOException {
        var folder = Files.createDirectories(workspace.resolve("player"));
        var files = new ArrayList<BundleFile>();
        files.add(copy(ENTRY_POINT, ENTRY_POINT, "text/html", folder));
        files.add(copy("style.css", "style.css", "text/css", folder));
        files.add(copy("games/" + templateId + ".css", "game.css", "text/css", folder));
        files.add(copy("games/" + templateId + ".js", "js/game.js", JS, folder));
        files.add(copy("vendor/LICENSE.txt", "vendor/LICENSE.txt", "text/plain", folder));
        for (var script : SCRIPTS) {
            files.add(copy(script, script, JS, folder));
        }
        return files;
    }

    private static BundleFile copy(String resource, String path, String mediaType, Path folder) throws IOException {
        var target = folder.resolve(path.replace('/', '_'));
        try (var in = Resources.open("player/" + resource)) {
            Files.copy(in, target);
        }
        return BundleFile.text(path, target, mediaType);
    }
}
