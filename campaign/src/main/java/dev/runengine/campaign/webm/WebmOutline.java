package dev.runengine.campaign.webm;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the container of a WebM file says about its film, without decoding it.
 *
 * @param codec as the container names it, such as V_VP9
 * @param seconds from the header, or to the last frame where the header is silent
 * @param firstFrameBytes of the first frame, which stands alone
 * @param laterFrameBytes the median of all others: how much changes from frame to frame
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9559">RFC 9559, Matroska</a>
 */
public record WebmOutline(
        String codec, int width, int height, double seconds, int frames, int firstFrameBytes, int laterFrameBytes) {

    /** @throws BadWebmException when the file is damaged or has no film */
    public static WebmOutline of(Path file) throws IOException {
        return new WebmReader().read(file);
    }

    public double framesPerSecond() {
        return seconds > 0 ? frames / seconds : 0;
    }
}
