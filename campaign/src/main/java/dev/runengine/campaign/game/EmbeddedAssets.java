package dev.runengine.campaign.game;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * Writes assets.js: the files that a page has to fetch, as data: URIs (RFC 2397). A page opened from the file system may
 * not fetch; films and pictures need no fetching.
 */
final class EmbeddedAssets {
    private EmbeddedAssets() {}

    static BundleFile write(List<BundleFile> files, Path target) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(target))) {
            print(out, "'use strict';\nwindow.GAME_ASSETS = {\n");
            for (var file : files) {
                print(out, "  '" + file.path() + "': 'data:" + file.mediaType() + ";base64,");
                try (var base64 = Base64.getEncoder().wrap(new Unclosed(out))) {
                    Files.copy(file.content(), base64);
                }
                print(out, "',\n");
            }
            print(out, "};\n");
        }
        return new BundleFile("assets.js", target, "text/javascript");
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Ending a Base64 text means closing its stream, which must not end the file. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
