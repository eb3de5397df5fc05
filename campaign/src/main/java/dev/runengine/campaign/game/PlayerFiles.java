package dev.runengine.campaign.game;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of the player: the resources in {@code player/}, with the game of one template among them. */
final class PlayerFiles {
    static final String ENTRY_POINT = "index.html";

    /** The fonts that the pictures and the films of a campaign are lettered with. */
    private static final String FONTS = "/dev/runengine/campaign/paint/fonts/";

    private static final String PLAYER = "player/";
    private static final String JS = "text/javascript";
    private static final List<String> SCRIPTS = List.of(
            "js/errors.js",
            "js/random.js",
            "js/icons.js",
            "js/elements.js",
            "js/colours.js",
            "js/confetti.js",
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
        files.add(copy(PLAYER + ENTRY_POINT, ENTRY_POINT, "text/html", folder));
        files.add(copy(PLAYER + "style.css", "style.css", "text/css", folder));
        files.add(copy(PLAYER + "games/" + templateId + ".css", "game.css", "text/css", folder));
        files.add(copy(PLAYER + "games/" + templateId + ".js", "js/game.js", JS, folder));
        files.add(copy(PLAYER + "vendor/LICENSE.txt", "vendor/LICENSE.txt", "text/plain", folder));
        for (var font : List.of("LilitaOne_400Regular", "Fredoka_600SemiBold")) {
            var name = font.substring(0, font.indexOf('_'));
            files.add(copy(FONTS + font + ".ttf", "fonts/" + name + ".ttf", "font/ttf", folder));
            files.add(copy(FONTS + name + "-OFL.txt", "fonts/" + name + "-OFL.txt", "text/plain", folder));
        }
        for (var script : SCRIPTS) {
            files.add(copy(PLAYER + script, script, JS, folder));
        }
        return files;
    }

    private static BundleFile copy(String resource, String path, String mediaType, Path folder) throws IOException {
        var target = folder.resolve(path.replace('/', '_'));
        try (var in = Resources.open(resource)) {
            Files.copy(in, target);
        }
        return new BundleFile(path, target, mediaType);
    }
}
