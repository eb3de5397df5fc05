package dev.runengine.campaign.review;

/** What a measurement says something about; a rubric weighs them. */
enum Aspect {
    /** It opens, and there is something to see or to hear. */
    INTEGRITY,
    /** Resolution, sharpness, colour, loudness, peaks, length. */
    TECHNICAL,
    /** What has to be read can be read. */
    LEGIBILITY,
    /** It has the colours of the campaign. */
    BRAND,
    /** It is light enough for where it is played. */
    WEIGHT
}
