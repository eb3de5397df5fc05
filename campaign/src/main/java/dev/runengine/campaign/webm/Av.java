package dev.runengine.campaign.webm;

import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import org.bytedeco.javacpp.BytePointer;

/** The return codes of FFmpeg's functions. */
final class Av {
    private Av() {}

    /** @throws IllegalStateException naming what was tried and FFmpeg's words for the code, when it is negative */
    static void check(int code, String attempt) {
        if (code < 0) {
            try (var words = new BytePointer(AV_ERROR_MAX_STRING_SIZE)) {
                av_strerror(code, words, AV_ERROR_MAX_STRING_SIZE);
                throw new IllegalStateException("FFmpeg could not " + attempt + ": " + words.getString());
            }
        }
    }
}
