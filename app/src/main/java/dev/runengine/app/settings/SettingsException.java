package dev.runengine.app.settings;

/** A setting that cannot be used. The message names it, says where it was found, and what to write instead. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SettingsException(String message) {
        super(message);
    }
}
