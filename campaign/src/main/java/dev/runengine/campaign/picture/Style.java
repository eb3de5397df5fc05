package dev.runengine.campaign.picture;

import java.util.List;

/** The manner a picture is finished in. */
enum Style {
    CARTOON(List.of("cartoon", "playful", "comic", "casual")),
    NEON(List.of("neon", "cyber", "glow", "futurist", "synthwave")),
    ELEGANT(List.of("elegant", "luxur", "premium", "gold", "classy", "royal")),
    RETRO(List.of("retro", "vintage", "80s", "70s", "halftone", "pop art", "popart")),
    MINIMAL(List.of("minimal", "flat", "clean", "simple", "modern"));

    private final List<String> stems;

    Style(List<String> stems) {
        this.stems = stems;
    }

    /** By the words of the style reference, else by those of the prompt, else cartoon. */
    static Style of(Words reference, Words prompt) {
        for (var words : List.of(reference, prompt)) {
            for (var style : values()) {
                if (words.count(style.stems) > 0) {
                    return style;
                }
            }
        }
        return CARTOON;
    }
}
