package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.webm.VideoFormat;

/** The measures of a scene: where things stand and what the time is. */
record Stage(int width, int height, double seconds, double fps) {
    /** Scenes are told for this long; a shorter video tells them faster, a longer one has more of the end. */
    private static final double TOLD_SECONDS = 3;

    static Stage of(VideoFormat format) {
        return new Stage(format.width(), format.height(), format.seconds(), format.fps());
    }

    /** In seconds of the story. */
    double time(int frame) {
        return frame / fps * Math.max(1, TOLD_SECONDS / seconds);
    }

    /** The length that sizes refer to: what a tall and a wide picture have in common. */
    double unit() {
        return Math.min(width, height * 0.57);
    }
}
