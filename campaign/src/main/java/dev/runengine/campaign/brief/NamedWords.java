package dev.runengine.campaign.brief;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things and the words that name them. */
public record NamedWords(Map<String, List<String>> wordsByName) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NamedWords {}

    /** What a text names first is what its author wants. */
    public Optional<String> firstNamed(Words words) {
        return wordsByName.entrySet().stream()
                .filter(entry -> words.containsAny(entry.getValue()))
                .min(Comparator.<Map.Entry<String, List<String>>>comparingInt(
                                entry -> words.firstPosition(entry.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
