package dev.runengine.campaign.planning;

import dev.runengine.campaign.planning.Lexicon.Language;
import dev.runengine.campaign.planning.PlanRequest.Constraints;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language of the copy: as asked, else that of the brief, else that of the region, else English. */
record LanguageChoice(List<Language> languages) {
    private static final int SURE = 2;
    private static final String FALLBACK = "en";

    String of(Brief brief, Constraints limits) {
        return Optional.ofNullable(limits.language())
                .or(() -> brief.member("language"))
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')).getLanguage())
                .map(code -> isKnown(code) ? code : FALLBACK)
                .or(() -> written(brief.words()))
                .or(() -> spokenIn(limits.region()))
                .orElse(FALLBACK);
    }

    private boolean isKnown(String code) {
        return languages.stream().anyMatch(language -> language.code().equals(code));
    }

    private Optional<String> written(Words words) {
        return languages.stream()
                .filter(language -> words.count(language.functionWords()) >= SURE)
                .max(Comparator.<Language>comparingInt(language -> words.count(language.functionWords()))
                        .thenComparing(language -> -languages.indexOf(language)))
                .map(Language::code);
    }

    private Optional<String> spokenIn(@Nullable String region) {
        return Optional.ofNullable(region)
                .map(code -> code.toUpperCase(Locale.ROOT))
                .flatMap(code -> languages.stream()
                        .filter(language -> language.regions().contains(code))
                        .findFirst())
                .map(Language::code);
    }
}
