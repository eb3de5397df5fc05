package dev.runengine.campaign.webm;

import java.io.IOException;

/** The file is not a WebM film that can be read; the message ends the sentence "the film cannot be used: ...". */
public final class BadWebmException extends IOException {
    private static final long serialVersionUID = 1;

    BadWebmException(String why) {
        super(why);
    }
}
