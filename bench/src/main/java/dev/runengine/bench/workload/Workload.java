package dev.runengine.bench.workload;

import dev.runengine.bench.engine.Bed;
import dev.runengine.bench.report.Measurement;
import dev.runengine.core.workflow.WorkflowSpec;
import java.util.List;

/** One thing to measure. */
public interface Workload {
    /** Such as {@code W1 c20}; what comes before the space is what the command line calls it. */
    String name();

    /** What must be registered for it. */
    List<WorkflowSpec> workflows();

    Measurement measure(Bed bed) throws Exception;
}
