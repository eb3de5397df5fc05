package dev.runengine.campaign.planning;

import dev.runengine.campaign.planning.CampaignPlan.AudioSpecs;
import dev.runengine.campaign.planning.CampaignPlan.Sound;
import dev.runengine.campaign.planning.Lexicon.Theme;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The music and the effects: as the brief says, else those of the theme and the game. */
record SoundChoice(Lexicon.Audio lexicon) {
    private static final Pattern BPM = Pattern.compile("(?i)\\b(\\d{2,3})\\s*bpm\\b|\\bbpm\\D{0,4}(\\d{2,3})\\b");
    private static final int SLOWEST = 60;
    private static final int FASTEST = 200;

    AudioSpecs of(Brief brief, Theme theme, String templateId) {
        var sounds = lexicon.sounds().getOrDefault(templateId, List.of()).stream()
                .map(intent -> new Sound(intent, intent))
                .toList();
        return new AudioSpecs(
                named(lexicon.genres(), brief.words()).orElse(theme.genre()),
                named(lexicon.moods(), brief.words()).orElse(theme.mood()),
                tempo(brief.text()).orElse(theme.bpm()),
                sounds);
    }

    private static Optional<String> named(Map<String, List<String>> lexicon, Words words) {
        return lexicon.entrySet().stream()
                .filter(entry -> words.containsAny(entry.getValue()))
                .min(Comparator.<Map.Entry<String, List<String>>>comparingInt(entry -> entry.getValue().stream()
                                .mapToInt(words::position)
                                .filter(position -> position >= 0)
                                .min()
                                .orElseThrow())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static Optional<Integer> tempo(String text) {
        var matcher = BPM.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var digits = Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
        return Optional.of(Math.clamp(Integer.parseInt(digits), SLOWEST, FASTEST));
    }
}
