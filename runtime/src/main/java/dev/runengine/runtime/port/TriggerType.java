package dev.runengine.runtime.port;

import java.util.Locale;

/** Whether a run stands for itself or starts from another. */
public enum TriggerType {
    INITIAL,
    UPDATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TriggerType ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
