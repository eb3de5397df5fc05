package dev.runengine.campaign.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one artifact.
 *
 * @param score 0 to 100
 */
record Review(
        String artifactUri,
        @Nullable String name,
        ArtifactType type,
        boolean pass,
        double score,
        List<Finding> issues,
        List<Value> measurements) {
    private static final double PASSING = 60;
    /** However good the rest is: what cannot be used is not half good. */
    private static final double UNUSABLE = 40;

    private static final double WORTH_SAYING = 0.5;
    private static final int LONGEST = 400;
    private static final int MOST = 60;

    record Finding(
            String code,
            String message,
            Level severity,
            String aspect,
            @Nullable String suggestion) {}

    enum Level {
        @JsonProperty("error")
        ERROR,
        @JsonProperty("warning")
        WARNING
    }

    record Value(String code, double value, String unit, double score, String aspect) {}

    static Review of(ArtifactRef ref, List<Measurement> measured, Rubric rubric) {
        double sum = 0;
        double weights = 0;
        var issues = new ArrayList<Finding>();
        for (var one : measured) {
            double weight = rubric.weight(one.aspect());
            sum += weight * one.score();
            weights += weight;
            if (weight > 0 && one.score() < WORTH_SAYING) {
                issues.add(finding(one));
            }
        }
        boolean usable = issues.stream().noneMatch(issue -> issue.severity() == Level.ERROR);
        double mean = weights == 0 ? 100 : 100 * sum / weights;
        double score = rounded(usable ? mean : Math.min(mean, UNUSABLE));
        return new Review(
                ref.uri(),
                ref.name(),
                ref.type(),
                usable && score >= PASSING,
                score,
                issues.stream().limit(MOST).toList(),
                measured.stream()
                        .limit(MOST)
                        .map(one -> new Value(one.code(), one.value(), one.unit(), one.score(), id(one.aspect())))
                        .toList());
    }

    /** Of an artifact that is not what it should be. */
    static Review failed(ArtifactRef ref, String why) {
        var issue = new Finding(
                "unreadable",
                cut(why),
                Level.ERROR,
                id(Aspect.INTEGRITY),
                "Make or upload the artifact again, and state its true type.");
        return new Review(ref.uri(), ref.name(), ref.type(), false, 0, List.of(issue), List.of());
    }

    static double rounded(double score) {
        return Math.rint(score * 10) / 10;
    }

    private static Finding finding(Measurement one) {
        return new Finding(
                one.code(),
                cut(one.complaint()),
                one.grave() && one.score() == 0 ? Level.ERROR : Level.WARNING,
                id(one.aspect()),
                one.suggestion().isEmpty() ? null : one.suggestion());
    }

    private static String id(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
