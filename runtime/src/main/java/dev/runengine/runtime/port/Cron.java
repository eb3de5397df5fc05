package dev.runengine.runtime.port;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Understands cron expressions of five fields. */
public interface Cron {
    /** Empty for a text that is no such expression. */
    Optional<Times> parse(String expression, ZoneId zone);

    /** The times that an expression names. */
    interface Times {
        /** The first one later than this; empty when none ever comes. */
        Optional<Instant> after(Instant time);
    }
}
