package dev.runengine.campaign.planning;

import dev.runengine.campaign.planning.CampaignPlan.GameTemplate;
import dev.runengine.campaign.planning.Lexicon.Template;
import dev.runengine.campaign.planning.PlanRequest.Constraints;
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

    GameTemplate of(Brief brief, Constraints limits, SplitMix random) {
        var asked = Words.of(String.join("\n", limits.requiredFeatures()));
        var explicit =
                brief.member("template_id", "game_template", "game", "template").flatMap(this::byId);
        if (explicit.isPresent()) {
            return chosen(explicit.get(), "The brief asks for it", limits);
        }
        return firstNamed(asked)
                .map(template -> chosen(template, "A required feature asks for it", limits))
                .or(() -> firstNamed(brief.words()).map(template -> chosen(template, "The brief speaks of it", limits)))
                .orElseGet(() -> chosen(random.pick(fitting(limits)), "The brief leaves the game open", limits));
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
                .min(Comparator.comparingInt(template -> template.words().stream()
                        .mapToInt(words::position)
                        .filter(position -> position >= 0)
                        .min()
                        .orElseThrow()));
    }

    private List<Template> fitting(Constraints limits) {
        var max = limits.maxGameDurationSec();
        boolean hurried = max != null && max < SHORT_GAME_SEC;
        return lexicon.templates().stream()
                .filter(template -> template.instant() || !hurried)
                .toList();
    }

    private GameTemplate chosen(Template template, String reason, Constraints limits) {
        var rationale =
                new StringBuilder(reason).append("; ").append(template.why()).append('.');
        var missing = unavailable(limits.requiredFeatures());
        if (!missing.isEmpty()) {
            rationale
                    .append(" Not part of any template here: ")
                    .append(String.join(", ", missing))
                    .append('.');
        }
        return new GameTemplate(template.id(), template.name(), rationale.toString());
    }

    private List<String> unavailable(List<String> features) {
        var missing = new ArrayList<>(features);
        missing.removeIf(feature -> {
            var words = Words.of(feature.replace('_', ' '));
            return words.containsAny(ALWAYS_THERE)
                    || lexicon.templates().stream().anyMatch(template -> words.containsAny(template.words()));
        });
        return missing;
    }
}
