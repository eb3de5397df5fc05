package dev.runengine.campaign.audio.opus;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The file is not one that can be decoded; the message ends the sentence "this file cannot be used: ...". */
public final class BadOpusException extends IOException {
    private static final long serialVersionUID = 1;

    BadOpusException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
