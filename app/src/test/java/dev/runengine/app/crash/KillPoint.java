package dev.runengine.app.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a node is killed: at the write of the journal that records a transition.
 *
 * @param number to name it by
 * @param transition of one run; what else the write holds is up to the group commit
 * @param lookUp whether the provider can be asked for a job by its key
 * @param again when the node that takes over is killed as well, at its first write for that run
 */
record KillPoint(int number, String transition, Moment moment, boolean lookUp, Optional<Moment> again) {

    /** When, seen from the write. */
    enum Moment {
        BEFORE,
        /** Some time after it was sent: before, in or after the commit. */
        DURING,
        AFTER
    }

    /** Every write of a run, in each moment, with and without look-up; and each once more with a second death. */
    static List<KillPoint> all() {
        var points = new ArrayList<KillPoint>();
        for (boolean lookUp : List.of(true, false)) {
            for (var transition : writes()) {
                for (var moment : Moment.values()) {
                    points.add(new KillPoint(points.size(), transition, moment, lookUp, Optional.empty()));
                }
            }
        }
        for (var transition : writes()) {
            for (var again : Moment.values()) {
                boolean last = transition.equals(writes().getLast());
                var moment = last ? Moment.BEFORE : Moment.values()[points.size() / 3 % 3];
                points.add(new KillPoint(points.size(), transition, moment, true, Optional.of(again)));
            }
        }
        return points;
    }

    /** One transition of each write: the steps that become ready are started by the write that makes them so. */
    private static List<String> writes() {
        var writes = new ArrayList<>(List.of("run:running"));
        for (var step : Campaign.DEPENDENCIES.keySet()) {
            if (Campaign.REMOTE.contains(step)) {
                writes.add(step + ":submitting");
                writes.add(step + ":submitted");
            }
            writes.add(step + ":completed");
        }
        return writes;
    }

    @Override
    public String toString() {
        return "-Dcrash.point=" + number + ": killed " + moment + " " + transition
                + (lookUp ? "" : ", no look-up")
                + again.map(then -> ", who takes over killed " + then + " its first write")
                        .orElse("");
    }
}
