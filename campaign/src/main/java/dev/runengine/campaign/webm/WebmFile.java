package dev.runengine.campaign.webm;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** A WebM file with one video stream. Bit-exact: no date, no random ids. */
final class WebmFile implements AutoCloseable {
    private final AVFormatContext container = new AVFormatContext(null);
    private final AVStream stream;

    WebmFile(String path, AVCodecContext codec) {
        Av.check(avformat_alloc_output_context2(container, null, "webm", path), "write WebM");
        container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        stream = avformat_new_stream(container, null);
        Av.check(avcodec_parameters_from_context(stream.codecpar(), codec), "describe the stream");
        stream.time_base(codec.time_base());
        stream.avg_frame_rate(codec.framerate());
        var file = new AVIOContext(null);
        Av.check(avio_open(file, path, AVIO_FLAG_WRITE), "create the file");
        container.pb(file);
        Av.check(avformat_write_header(container, (AVDictionary) null), "write the header");
    }

    void write(AVPacket packet, AVCodecContext codec) {
        packet.duration(1);
        av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
        packet.stream_index(stream.index());
        Av.check(av_interleaved_write_frame(container, packet), "write to the file");
    }

    void finish() {
        Av.check(av_write_trailer(container), "finish the file");
    }

    @Override
    public void close() {
        avio_closep(container.pb());
        avformat_free_context(container);
    }
}
