package dev.runengine.campaign.webm;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_count;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** libvpx's VP9 encoder in its realtime mode: constant quality, no frames held back. */
final class Vp9Encoder implements AutoCloseable {
    /** Another number of threads gives other bytes. */
    private static final int THREADS = 2;

    private static final Map<String, String> OPTIONS = Map.of(
            "deadline", "realtime",
            "cpu-used", "8",
            "crf", "34",
            "row-mt", "1",
            "lag-in-frames", "0");
    private static final int KEY_FRAME_SECONDS = 4;

    private final AVCodecContext codec;
    private final AVPacket packet = av_packet_alloc();

    Vp9Encoder(VideoFormat format) {
        codec = avcodec_alloc_context3(required());
        codec.width(format.width()).height(format.height()).pix_fmt(AV_PIX_FMT_YUV420P);
        codec.time_base(av_make_q(1, format.fps())).framerate(av_make_q(format.fps(), 1));
        codec.gop_size(format.fps() * KEY_FRAME_SECONDS).thread_count(THREADS);
        // Constant quality: the bit rate must be 0.
        codec.bit_rate(0);
        codec.flags(codec.flags() | AV_CODEC_FLAG_BITEXACT);
        codec.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
        codec.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
        open();
    }

    /** @throws IllegalStateException when this FFmpeg was built without the encoder */
    static AVCodec required() {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        var encoder = avcodec_find_encoder_by_name("libvpx-vp9");
        if (encoder == null || encoder.isNull()) {
            throw new IllegalStateException("this build of FFmpeg has no VP9 encoder (libvpx)");
        }
        return encoder;
    }

    private void open() {
        var options = new AVDictionary(null);
        OPTIONS.forEach((name, value) -> av_dict_set(options, name, value, 0));
        Av.check(avcodec_open2(codec, required(), options), "open the VP9 encoder");
        if (av_dict_count(options) > 0) {
            throw new IllegalStateException("the VP9 encoder does not know all of its options");
        }
    }

    AVCodecContext context() {
        return codec;
    }

    /** Encodes a picture and adds the packets that are ready to the file. */
    void encode(AVFrame picture, WebmFile file) {
        Av.check(avcodec_send_frame(codec, picture), "encode a frame");
        drain(file);
    }

    /** Adds the packets still held back. */
    void finish(WebmFile file) {
        Av.check(avcodec_send_frame(codec, (AVFrame) null), "end the stream");
        drain(file);
    }

    private void drain(WebmFile file) {
        int code;
        while ((code = avcodec_receive_packet(codec, packet)) >= 0) {
            file.write(packet, codec);
        }
        if (code != avutil.AVERROR_EAGAIN() && code != AVERROR_EOF) {
            Av.check(code, "encode a frame");
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(codec);
    }
}
