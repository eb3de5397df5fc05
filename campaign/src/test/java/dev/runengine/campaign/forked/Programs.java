package dev.runengine.campaign.forked;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/** What the tests run in a child JVM, by name. */
final class Programs {
    private Programs() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "shout" -> shout();
            case "report" -> report();
            case "fail" -> fail();
            case "throw" -> throw new IllegalStateException("no such reel");
            case "crash" -> crash();
            case "nothing" -> {}
            case "chatter" -> chatter();
            case "hoard" -> hoard();
            case "mark" -> mark();
            case "hang" -> Thread.currentThread().join();
            case String unknown -> throw new IllegalArgumentException(unknown);
        }
    }

    private static void shout() throws IOException {
        var text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(text.toUpperCase(Locale.ROOT));
    }

    private static void report() throws IOException {
        Files.writeString(
                Path.of("report.txt"),
                "directory=%s%ncolour=%s%nenvironment=%s%n"
                        .formatted(
                                Path.of("").toAbsolutePath().getFileName(),
                                System.getProperty("colour"),
                                System.getenv().keySet()));
    }

    private static void fail() {
        System.err.println("the tape is torn");
        System.exit(7);
    }

    /** Reads a byte where no process has memory. */
    @SuppressWarnings("restricted")
    private static void crash() {
        MemorySegment.ofAddress(1L << 40).reinterpret(1).get(ValueLayout.JAVA_BYTE, 0);
    }

    private static void chatter() {
        for (int i = 0; i < 50_000; i++) {
            System.err.println("reel " + i);
        }
        System.err.println("last line");
        System.exit(1);
    }

    private static void hoard() {
        var hoard = new ArrayList<byte[]>();
        while (true) {
            hoard.add(new byte[1 << 20]);
        }
    }

    private static void mark() throws IOException {
        System.in.readAllBytes();
        Files.createFile(Path.of("mark"));
    }
}
