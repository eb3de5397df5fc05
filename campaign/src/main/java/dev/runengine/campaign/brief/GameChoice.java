package dev.runengine.campaign.brief;

import java.util.List;

/**
 * The game for a brief and why it is this one.
 *
 * @param others games the brief or its features speak of as well
 * @param missing required features that no game here has
 */
public record GameChoice(Template template, Grounds grounds, List<Template> others, List<String> missing) {

    /** From the plainest wish to none. */
    public enum Grounds {
        REQUESTED("The brief asks for it"),
        REQUIRED("A required feature asks for it"),
        MENTIONED("The brief speaks of it"),
        OPEN("The brief leaves the game open");

        private final String sentence;

        Grounds(String sentence) {
            this.sentence = sentence;
        }
    }

    public String rationale() {
        var rationale = grounds.sentence + "; " + template.why() + ".";
        return missing.isEmpty()
                ? rationale
                : rationale + " Not part of any template here: " + String.join(", ", missing) + ".";
    }
}
