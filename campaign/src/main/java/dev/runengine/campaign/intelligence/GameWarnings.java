package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.brief.GameChoice.Grounds;
import dev.runengine.campaign.brief.Template;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with the game that is asked for. */
final class GameWarnings {
    private static final int SHORT_GAME_SEC = 20;

    private GameWarnings() {}

    static Stream<String> game(Case subject) {
        var choice = subject.reading().game();
        var unknown = subject.brief()
                .game()
                .filter(_ -> choice.grounds() != Grounds.REQUESTED)
                .map(asked -> "There is no game called \"%.60s\"; %s is used instead."
                        .formatted(asked, choice.template().name()));
        if (choice.others().isEmpty()) {
            return unknown.stream();
        }
        var others = choice.others().stream().map(Template::name).collect(Collectors.joining(", "));
        return Stream.concat(
                unknown.stream(),
                Stream.of("A campaign has one game: %s is used, although %s is spoken of as well."
                        .formatted(choice.template().name(), others)));
    }

    static Stream<String> time(Case subject) {
        var seconds = subject.limits().maxGameDurationSec();
        var template = subject.reading().game().template();
        return seconds != null && seconds < SHORT_GAME_SEC && !template.instant()
                ? Stream.of(
                        "%s cannot be played well in %d s; allow %d s or choose a wheel, a scratch card or a slot machine."
                                .formatted(template.name(), seconds, SHORT_GAME_SEC))
                : Stream.empty();
    }

    static Stream<String> features(Case subject) {
        return subject.reading().game().missing().stream()
                .map(feature -> "The required feature \"" + feature + "\" is not part of any game here.");
    }
}
