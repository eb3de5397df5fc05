package dev.runengine.runtime.driver;

import dev.runengine.runtime.cache.ResultCache;
import dev.runengine.runtime.events.Announcer;
import dev.runengine.runtime.execution.StepPipeline;
import dev.runengine.runtime.flight.FlightWatch;
import dev.runengine.runtime.journal.Commits;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.SkillRunner;
import dev.runengine.runtime.port.Timer;
import java.time.Instant;

/** What all drivers of a node share. */
public record Surroundings(
        Commits commits,
        RunQueue queue,
        ResultCache cache,
        FlightWatch flights,
        SkillRunner skills,
        StepPipeline pipeline,
        Announcer announcer,
        Host host) {

    public Timer timer() {
        return host.timer();
    }

    Instant now() {
        return host.now();
    }
}
