package dev.runengine.campaign.webm;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import dev.runengine.campaign.forked.ForkedJava;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/**
 * What a player would see: the file decoded by FFmpeg, in a JVM of its own.
 *
 * @param seam mean squared difference in luma between the last frame and the first
 * @param step the same between neighbouring frames, on average
 */
public record VideoProbe(
        String codec, int width, int height, double fps, double seconds, int frames, double seam, double step) {

    public static VideoProbe of(Path file) throws Exception {
        var answer = ForkedJava.of(VideoProbe.class, file.getFileName().toString())
                .withHeapMegabytes(256)
                .withProperty(NativeCache.PROPERTY, NativeCache.folder().toString())
                .run(file.resolveSibling("."), new byte[0]);
        var words = new String(answer, StandardCharsets.UTF_8).strip().split(" ");
        return new VideoProbe(
                words[0],
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                Integer.parseInt(words[5]),
                Double.parseDouble(words[6]),
                Double.parseDouble(words[7]));
    }

    public static void main(String[] arguments) {
        var container = new AVFormatContext(null);
        require(avformat_open_input(container, arguments[0], (AVInputFormat) null, (AVDictionary) null));
        require(avformat_find_stream_info(container, (PointerPointer<?>) null));
        var stream = container.streams(0);
        var decoder = avcodec_find_decoder(stream.codecpar().codec_id());
        var codec = avcodec_alloc_context3(decoder);
        require(avcodec_parameters_to_context(codec, stream.codecpar()));
        require(avcodec_open2(codec, decoder, (AVDictionary) null));
        var lumas = decode(container, codec);
        System.out.print(line(container, stream, decoder.name().getString(), lumas));
    }

    private static String line(AVFormatContext container, AVStream stream, String codec, List<byte[]> lumas) {
        double steps = 0;
        for (int i = 1; i < lumas.size(); i++) {
            steps += difference(lumas.get(i - 1), lumas.get(i));
        }
        return String.format(
                Locale.ROOT,
                "%s %d %d %f %f %d %f %f",
                codec,
                stream.codecpar().width(),
                stream.codecpar().height(),
                av_q2d(stream.avg_frame_rate()),
                container.duration() / (double) AV_TIME_BASE,
                lumas.size(),
                difference(lumas.getLast(), lumas.getFirst()),
                steps / Math.max(1, lumas.size() - 1));
    }

    private static List<byte[]> decode(AVFormatContext container, AVCodecContext codec) {
        var packet = av_packet_alloc();
        var frame = av_frame_alloc();
        var lumas = new ArrayList<byte[]>();
        while (av_read_frame(container, packet) >= 0) {
            require(avcodec_send_packet(codec, packet));
            collect(codec, frame, lumas);
        }
        require(avcodec_send_packet(codec, (AVPacket) null));
        collect(codec, frame, lumas);
        return lumas;
    }

    private static void collect(AVCodecContext codec, AVFrame frame, List<byte[]> lumas) {
        while (avcodec_receive_frame(codec, frame) >= 0) {
            var luma = new byte[frame.width() * frame.height()];
            for (int y = 0; y < frame.height(); y++) {
                frame.data(0).position((long) y * frame.linesize(0)).get(luma, y * frame.width(), frame.width());
            }
            lumas.add(luma);
        }
    }

    private static double difference(byte[] one, byte[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double d = (one[i] & 255) - (other[i] & 255);
            sum += d * d;
        }
        return sum / one.length;
    }

    private static void require(int code) {
        if (code < 0) {
            throw new IllegalStateException("FFmpeg says " + code);
        }
    }
}
