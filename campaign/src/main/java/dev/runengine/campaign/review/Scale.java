package dev.runengine.campaign.review;

/**
 * Turns a measured value into a score: 1 from the good value on, 0 from the bad value on, straight between. The good value
 * may be the smaller one.
 */
record Scale(double bad, double good) {
    double score(double value) {
        return Math.clamp((value - bad) / (good - bad), 0, 1);
    }
}
