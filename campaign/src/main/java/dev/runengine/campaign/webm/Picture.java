package dev.runengine.campaign.webm;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The encoder's own memory for one 4:2:0 picture, whose rows may be longer than the picture is wide. */
final class Picture implements AutoCloseable {
    private final AVFrame frame = av_frame_alloc();
    private final int width;
    private final int height;

    Picture(int width, int height) {
        this.width = width;
        this.height = height;
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(width).height(height);
        Av.check(av_frame_get_buffer(frame, 0), "allocate a picture");
    }

    /** Takes over the planes of {@link Yuv420}. */
    AVFrame holding(byte[] planes, int number) {
        // The encoder may still read the previous picture.
        Av.check(av_frame_make_writable(frame), "allocate a picture");
        int luma = width * height;
        copy(planes, 0, 0, width, height);
        copy(planes, luma, 1, width / 2, height / 2);
        copy(planes, luma + luma / 4, 2, width / 2, height / 2);
        frame.pts(number);
        return frame;
    }

    private void copy(byte[] planes, int offset, int plane, int rowLength, int rows) {
        var target = frame.data(plane);
        for (int row = 0; row < rows; row++) {
            target.position((long) row * frame.linesize(plane)).put(planes, offset + row * rowLength, rowLength);
        }
        target.position(0);
    }

    @Override
    public void close() {
        av_frame_free(frame);
    }
}
