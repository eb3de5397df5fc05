package dev.runengine.campaign.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The verdict in short.
 *
 * @param text for people
 * @param checks what came of each check
 */
record Summary(String text, int errors, int warnings, Map<String, State> checks, Played play) {

    enum State {
        @JsonProperty("passed")
        PASSED,
        @JsonProperty("failed")
        FAILED,
        /** The check was asked for and not made: never to be mistaken for a pass. */
        @JsonProperty("could_not")
        COULD_NOT,
        @JsonProperty("not_asked")
        NOT_ASKED
    }

    enum PlayState {
        @JsonProperty("played")
        PLAYED,
        @JsonProperty("could_not")
        COULD_NOT,
        @JsonProperty("not_asked")
        NOT_ASKED
    }

    record Played(PlayState state, @Nullable String reason) {}

    static Summary of(List<Issue> issues, Set<Check> asked, Played play, boolean pass) {
        int errors = count(issues, Severity.ERROR);
        int warnings = count(issues, Severity.WARNING);
        var states = new TreeMap<String, State>();
        for (var check : Check.values()) {
            states.put(check.id(), state(check, issues, asked, play));
        }
        var text = (pass ? "The bundle passed" : "The bundle failed") + " with " + errors + " errors and " + warnings
                + " warnings; "
                + switch (play.state()) {
                    case PLAYED -> "it was played in a browser.";
                    case COULD_NOT -> "it could NOT be played in a browser.";
                    case NOT_ASKED -> "playing it was not asked for.";
                };
        return new Summary(text, errors, warnings, states, play);
    }

    private static State state(Check check, List<Issue> issues, Set<Check> asked, Played play) {
        if (!asked.contains(check)) {
            return State.NOT_ASKED;
        }
        if (check == Check.PLAY && play.state() == PlayState.COULD_NOT) {
            return State.COULD_NOT;
        }
        return issues.stream().anyMatch(issue -> issue.category() == check && issue.severity() == Severity.ERROR)
                ? State.FAILED
                : State.PASSED;
    }

    private static int count(List<Issue> issues, Severity severity) {
        return (int)
                issues.stream().filter(issue -> issue.severity() == severity).count();
    }
}
