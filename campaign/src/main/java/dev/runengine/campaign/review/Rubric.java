package dev.runengine.campaign.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What counts how much. The score of an artifact is the mean of its measurements, each weighed by its aspect:
 *
 * <pre>
 *                     integrity  technical  legibility  brand  weight
 * brand_consistency           2          1           1      6       0
 * technical_quality           2          6           1      0       1
 * accessibility               2          1           6      0       0
 * performance                 2          1           0      0       6
 * general                     2          3           3      1       2
 * </pre>
 *
 * An aspect of weight 0 is measured and reported, but neither lowers the score nor fails an artifact.
 */
enum Rubric {
    @JsonProperty("brand_consistency")
    BRAND_CONSISTENCY(2, 1, 1, 6, 0),
    @JsonProperty("technical_quality")
    TECHNICAL_QUALITY(2, 6, 1, 0, 1),
    @JsonProperty("accessibility")
    ACCESSIBILITY(2, 1, 6, 0, 0),
    @JsonProperty("performance")
    PERFORMANCE(2, 1, 0, 0, 6),
    @JsonProperty("general")
    GENERAL(2, 3, 3, 1, 2);

    private final int integrity;
    private final int technical;
    private final int legibility;
    private final int brand;
    private final int weight;

    Rubric(int integrity, int technical, int legibility, int brand, int weight) {
        this.integrity = integrity;
        this.technical = technical;
        this.legibility = legibility;
        this.brand = brand;
        this.weight = weight;
    }

    int weight(Aspect aspect) {
        return switch (aspect) {
            case INTEGRITY -> integrity;
            case TECHNICAL -> technical;
            case LEGIBILITY -> legibility;
            case BRAND -> brand;
            case WEIGHT -> weight;
        };
    }
}
