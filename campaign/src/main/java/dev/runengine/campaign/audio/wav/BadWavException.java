package dev.runengine.campaign.audio.wav;

import java.io.IOException;

/** The file is not a WAVE file that can be read; the message ends the sentence "this file cannot be used: ...". */
public final class BadWavException extends IOException {
    private static final long serialVersionUID = 1;

    BadWavException(String why) {
        super(why);
    }
}
