package dev.runengine.campaign.copy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A text of a campaign, with the names briefs give it. */
enum CopyType {
    @JsonProperty("headline")
    HEADLINE("headline", "intro_headline", "intro headline"),
    @JsonProperty("subheadline")
    SUBHEADLINE("subtext", "intro_subtext", "subheadline", "tagline", "slogan"),
    @JsonProperty("cta_button")
    CTA_BUTTON("cta_text", "cta", "button", "button_text", "cta_button", "call to action"),
    @JsonProperty("win_message")
    WIN_MESSAGE("win_message", "win_text", "win message", "win text"),
    @JsonProperty("lose_message")
    LOSE_MESSAGE("lose_message", "lose_text", "lose message", "lose text"),
    @JsonProperty("instructions")
    INSTRUCTIONS("instructions", "instruction", "how_to_play", "how to play");

    private final List<String> names;

    CopyType(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }
}
