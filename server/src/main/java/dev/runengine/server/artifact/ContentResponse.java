package dev.runengine.server.artifact;

import dev.runengine.core.skill.Artifact;
import dev.runengine.server.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends the bytes of an artifact, or a part, or that the client has them already. */
@Component
final class ContentResponse {
    private final ProblemWriter problems;

    ContentResponse(ProblemWriter problems) {
        this.problems = problems;
    }

    void send(Artifact artifact, Path file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = "\"" + artifact.hash().hex() + "\"";
        setHeaders(artifact, tag, response);
        if (header(request, HttpHeaders.IF_NONE_MATCH)
                .filter(tags -> names(tags, tag))
                .isPresent()) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        switch (range(request, tag, artifact.sizeBytes())) {
            case ByteRange.Whole _ -> copy(file, 0, artifact.sizeBytes(), request, response);
            case ByteRange.Part(long from, long to) -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + artifact.sizeBytes());
                copy(file, from, to - from + 1, request, response);
            }
            case ByteRange.Unsatisfiable _ -> {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + artifact.sizeBytes());
                problems.write(
                        response,
                        HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                        "the artifact has " + artifact.sizeBytes() + " bytes");
            }
        }
    }

    private static void setHeaders(Artifact artifact, String tag, HttpServletResponse response) {
        response.setContentType(artifact.mediaType());
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // A generated page may run its scripts, but not as this origin.
        response.setHeader("Content-Security-Policy", "sandbox allow-scripts");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                        .filename(artifact.filename(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** A client that holds a part of other content must get the whole (RFC 9110 §13.1.5). */
    private static ByteRange range(HttpServletRequest request, String tag, long size) {
        boolean stale = header(request, HttpHeaders.IF_RANGE)
                .filter(held -> !held.equals(tag))
                .isPresent();
        return stale ? new ByteRange.Whole() : ByteRange.of(header(request, HttpHeaders.RANGE), size);
    }

    private static boolean names(String tags, String tag) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .anyMatch(held -> held.equals("*") || held.equals(tag) || held.equals("W/" + tag));
    }

    private static void copy(
            Path file, long from, long length, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLengthLong(length);
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        try (var bytes = FileChannel.open(file);
                var out = Channels.newChannel(response.getOutputStream())) {
            for (long sent = 0; sent < length; ) {
                long more = bytes.transferTo(from + sent, length - sent, out);
                if (more <= 0) {
                    throw new IOException(file + " is shorter than recorded");
                }
                sent += more;
            }
        }
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
