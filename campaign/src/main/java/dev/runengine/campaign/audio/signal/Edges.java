package dev.runengine.campaign.audio.signal;

/** What lies before the first and after the last frame of a recorded sound. */
public enum Edges {
    /** The sound itself again, without end. */
    LOOPED,
    SILENT
}
