package dev.runengine.runtime.events;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.port.EngineListener;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestEngine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What listeners hear, and that they cannot hold anything up. */
class AnnouncingTest {
    @Test
    void aSlowListenerDelaysOnlyItself() throws InterruptedException {
        var stuck = new Signal();
        try (var engine = TestEngine.with(flow("f", "a", "b <- a"))
                .listener((_, _, _) -> stuck.awaitStubbornly())
                .start()) {
            assertThat(engine.awaitEnd(engine.trigger("f")).status()).isEqualTo(RunStatus.COMPLETED);
            stuck.give();
        }
    }

    @Test
    void aListenerThatBreaksHearsOn() throws InterruptedException {
        var heard = new CopyOnWriteArrayList<String>();
        try (var engine = TestEngine.with(flow("f", "a"))
                .listener((_, transition, _) -> {
                    heard.add(word(transition));
                    throw new IllegalStateException("broken on purpose");
                })
                .start()) {
            engine.awaitEnd(engine.trigger("f"));
        }
        assertThat(heard).isEqualTo(List.of("run running", "0 running", "0 completed", "run completed"));
    }

    @Test
    void progressIsHeardAtMostOnceASecond() throws InterruptedException {
        var heard = new CopyOnWriteArrayList<Double>();
        var listener = new EngineListener() {
            @Override
            public void committed(RunState after, Transition transition, Instant at) {}

            @Override
            public void progressed(UUID runId, String stepId, double progress, Instant at) {
                heard.add(progress);
            }
        };
        try (var engine = TestEngine.with(flow("f", "a"))
                .listener(listener)
                .skill("a", request -> {
                    request.supervisor().heartbeat(0.1);
                    request.supervisor().heartbeat(0.2);
                    return ok(Json.NULL);
                })
                .start()) {
            engine.awaitEnd(engine.trigger("f"));
        }
        assertThat(heard).containsExactly(0.1);
    }

    private static String word(Transition transition) {
        return switch (transition) {
            case Transition.RunMoved moved -> "run " + moved.to().status().word();
            case Transition.StepMoved moved ->
                moved.step() + " " + moved.to().status().word();
        };
    }
}
