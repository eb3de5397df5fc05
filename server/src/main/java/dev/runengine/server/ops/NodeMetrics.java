package dev.runengine.server.ops;

import dev.runengine.runtime.node.EngineNode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What this process' worker has in hand. */
@Component
final class NodeMetrics {
    NodeMetrics(MeterRegistry registry, EngineNode node) {
        Gauge.builder("run_engine.flights.waiting", node, EngineNode::awaiting)
                .description("Steps that wait now for the execution of the same work in another run")
                .register(registry);
    }
}
