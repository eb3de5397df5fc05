package dev.runengine.bench.report;

import java.util.List;

/**
 * What one workload showed.
 *
 * @param commitMs p50 of a one-row commit right before the workload: the unit that the disk and the load of the moment set
 * @param load of the machine when the workload ended, over one minute
 */
public record Measurement(String workload, String what, double commitMs, double load, List<Figure> figures) {
    public Measurement {
        figures = List.copyOf(figures);
    }

    /** @throws IllegalArgumentException when there is no such figure */
    public Figure figure(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(workload + " has no figure " + name));
    }
}
