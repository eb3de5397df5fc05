package dev.runengine.store.home;

import dev.runengine.store.home.HomeFolder.Held;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line in a lock file: {@code {"pid":4711,"port":3001}}, the port once it is known. */
final class Announcement {
    private static final Pattern LINE = Pattern.compile("\\{\"pid\":(\\d{1,18})(?:,\"port\":(\\d{1,5}))?}\\s*");

    private Announcement() {}

    static String text(Held holder) {
        String port = holder.port().isPresent() ? ",\"port\":" + holder.port().getAsInt() : "";
        return "{\"pid\":%d%s}\n".formatted(holder.pid().orElseThrow(), port);
    }

    /** A line that is being written just now tells nothing yet. */
    static Held parse(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return new Held(OptionalLong.empty(), OptionalInt.empty());
        }
        String port = line.group(2);
        return new Held(
                OptionalLong.of(Long.parseLong(line.group(1))),
                port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)));
    }
}
