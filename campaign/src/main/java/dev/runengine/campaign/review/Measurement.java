package dev.runengine.campaign.review;

/**
 * One thing that was measured.
 *
 * @param file of several in the artifact; empty when it is the artifact itself
 * @param code for programs
 * @param value finite, in its unit
 * @param score 0 to 1
 * @param grave whether a score of 0 makes the artifact unusable
 * @param complaint what is wrong when the score is low
 * @param suggestion what to do then
 */
record Measurement(
        String file,
        Aspect aspect,
        String code,
        double value,
        String unit,
        double score,
        boolean grave,
        String complaint,
        String suggestion) {
    /** JSON has no infinities: silence is -120 LUFS. */
    private static final double LARGEST = 1e12;

    Measurement {
        value = Math.rint(Math.clamp(value, -LARGEST, LARGEST) * 1_000) / 1_000;
        score = Math.rint(Math.clamp(score, 0, 1) * 1_000) / 1_000;
    }

    static Measurement grave(
            Aspect aspect, String code, double value, String unit, Scale scale, String complaint, String suggestion) {
        return new Measurement("", aspect, code, value, unit, scale.score(value), true, complaint, suggestion);
    }

    /** Taste, or a matter of degree: lowers the score and never fails an artifact alone. */
    static Measurement mild(
            Aspect aspect, String code, double value, String unit, Scale scale, String complaint, String suggestion) {
        return new Measurement("", aspect, code, value, unit, scale.score(value), false, complaint, suggestion);
    }

    /** Something that is so or is not. */
    static Measurement fact(Aspect aspect, String code, boolean holds, String complaint, String suggestion) {
        return new Measurement("", aspect, code, holds ? 1 : 0, "", holds ? 1 : 0, true, complaint, suggestion);
    }

    /** The same of one file of several. */
    Measurement of(String path) {
        return new Measurement(path, aspect, code, value, unit, score, grave, path + ": " + complaint, suggestion);
    }
}
