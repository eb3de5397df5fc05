package dev.runengine.runtime.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * The id of the run for one time of a schedule. It follows from both, so that whoever starts the run again after a crash
 * finds it there. Shaped as UUID version 7 (RFC 9562), since runs lie by time.
 */
final class FireId {
    private FireId() {}

    static UUID of(UUID schedule, Instant time) {
        var hash = UUID.nameUUIDFromBytes((schedule + " " + time).getBytes(StandardCharsets.UTF_8));
        long high = (time.toEpochMilli() << 16) | 0x7000 | (hash.getMostSignificantBits() & 0xfff);
        return new UUID(high, hash.getLeastSignificantBits()); // its variant bits are right already
    }
}
