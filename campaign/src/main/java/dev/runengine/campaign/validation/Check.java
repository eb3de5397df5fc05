package dev.runengine.campaign.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What can be asked of a bundle. An issue's category is the check that found it. */
public enum Check {
    /** The archive opens, leads nowhere else, has a page to start with and fits its platforms. */
    @JsonProperty("structure")
    STRUCTURE,
    /** manifest.json lists the files that are there, with their sizes and hashes. */
    @JsonProperty("manifest")
    MANIFEST,
    /** What pages and scripts refer to is there, and media are what their names say. */
    @JsonProperty("assets")
    ASSETS,
    /** The configuration is one that game_config_from_template could have made. */
    @JsonProperty("config")
    CONFIG,
    /** The game can be won and lost in a browser, without errors. */
    @JsonProperty("play")
    PLAY;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
