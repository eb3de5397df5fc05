package dev.runengine.campaign.game;

import dev.runengine.core.json.CanonicalJson;
import dev.runengine.skills.json.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page starts from, config.js: the configuration of the game and where its media are. Written for browsers, read back
 * to fill the slots of a game that is packed already.
 */
record PageScript(JsonNode config, ObjectNode media) {
    static final String PATH = "config.js";

    private static final String BEFORE_CONFIG = "'use strict';\nwindow.GAME_CONFIG = ";
    private static final String BEFORE_MEDIA = ";\nwindow.GAME_MEDIA = ";
    private static final String END = ";\n";
    private static final String FILES = "files";
    private static final String BUTTON = "button";

    /** A page with sound, but with every slot empty. */
    static PageScript of(JsonNode config, AudioPack audio) {
        var media = JsonNodeFactory.instance.objectNode();
        var files = media.putObject(FILES);
        var effects = files.putObject("sfx");
        audio.effects().forEach(effects::put);
        audio.bgm().ifPresent(path -> files.put("bgm", path));
        return new PageScript(config, media);
    }

    /** Reads what {@link #text} wrote; empty for any other script. */
    static Optional<PageScript> parse(String script) {
        // JSON text has no line breaks inside of strings, so the first of these is the end of the configuration.
        int middle = script.indexOf(BEFORE_MEDIA);
        if (!script.startsWith(BEFORE_CONFIG) || middle < 0 || !script.endsWith(END)) {
            return Optional.empty();
        }
        try {
            var config = JsonMapper.shared().readTree(script.substring(BEFORE_CONFIG.length(), middle));
            var media = JsonMapper.shared()
                    .readTree(script.substring(middle + BEFORE_MEDIA.length(), script.length() - END.length()));
            return media instanceof ObjectNode object && object.path(FILES) instanceof ObjectNode
                    ? Optional.of(new PageScript(config, object))
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    String text() {
        return BEFORE_CONFIG + canonical(config) + BEFORE_MEDIA + canonical(media) + END;
    }

    /** The path of the file in a slot. */
    Optional<String> file(String slot) {
        return media.path(FILES).path(slot).asStringOpt();
    }

    boolean hasButton() {
        return media.has(BUTTON);
    }

    /** With another file in a slot. */
    PageScript filled(String slot, String path) {
        var changed = media.deepCopy();
        changed.withObject(FILES).put(slot, path);
        return new PageScript(config, changed);
    }

    /** With the button in another place, or nowhere: then the page draws one. */
    PageScript withButton(Optional<StartButton.Share> button) {
        var changed = media.deepCopy().without(BUTTON);
        button.ifPresent(share -> changed.putObject(BUTTON)
                .put("x", share.x())
                .put("y", share.y())
                .put("width", share.width())
                .put("height", share.height()));
        return new PageScript(config, changed);
    }

    /** As a file of a bundle. */
    BundleFile write(Path folder) throws IOException {
        var target = Files.writeString(folder.resolve(PATH), text());
        return new BundleFile(PATH, target, "text/javascript");
    }

    private static String canonical(JsonNode node) {
        return CanonicalJson.text(JacksonJson.fromNode(node));
    }
}
