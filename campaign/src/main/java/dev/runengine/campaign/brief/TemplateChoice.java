package dev.runengine.campaign.brief;

import dev.runengine.campaign.brief.GameChoice.Grounds;
import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the game: named by the brief, asked for as a feature, or drawn from those that fit the time. */
record TemplateChoice(Lexicon lexicon) {
    private static final int SHORT_GAME_SEC = 20;
    private static final List<String> ALWAYS_THERE =
            List.of("3d*", "audio", "sound*", "music", "video*", "touch", "mobile", "mute", "keyboard", "offline");

    GameChoice of(Brief brief, Constraints limits, SplitMix random) {
        var features = Words.of(String.join("\n", limits.requiredFeatures()));
        return brief.game()
                .flatMap(this::byId)
                .map(template -> chosen(template, Grounds.REQUESTED, brief, limits))
                .or(() -> firstNamed(features).map(template -> chosen(template, Grounds.REQUIRED, brief, limits)))
                .or(() -> firstNamed(brief.words()).map(template -> chosen(template, Grounds.MENTIONED, brief, limits)))
                .orElseGet(() -> chosen(random.pick(fitting(limits)), Grounds.OPEN, brief, limits));
    }

    private Optional<Template> byId(String id) {
        var words = Words.of(id.replace('_', ' '));
        return lexicon.templates().stream()
                .filter(template -> template.id().equals(id) || words.containsAny(template.words()))
                .findFirst();
    }

    /** What the author names first is what the author wants. */
    private Optional<Template> firstNamed(Words words) {
        return lexicon.templates().stream()
                .filter(template -> words.containsAny(template.words()))
                .min(Comparator.comparingInt(template -> words.firstPosition(template.words())));
    }

    private List<Template> fitting(Constraints limits) {
        var max = limits.maxGameDurationSec();
        boolean hurried = max != null && max < SHORT_GAME_SEC;
        return lexicon.templates().stream()
                .filter(template -> template.instant() || !hurried)
                .toList();
    }

    private GameChoice chosen(Template chosen, Grounds grounds, Brief brief, Constraints limits) {
        var wishes = Words.of(brief.text() + "\n" + String.join("\n", limits.requiredFeatures()));
        var others = lexicon.templates().stream()
                .filter(template -> template != chosen && wishes.containsAny(template.words()))
                .toList();
        return new GameChoice(chosen, grounds, others, unavailable(limits.requiredFeatures()));
    }

    private List<String> unavailable(List<String> features) {
        var missing = new ArrayList<>(features);
        missing.removeIf(feature -> {
            var words = Words.of(feature.replace('_', ' '));
            return words.containsAny(ALWAYS_THERE)
                    || lexicon.templates().stream().anyMatch(template -> words.containsAny(template.words()));
        });
        return List.copyOf(missing);
    }
}
