package dev.runengine.app.crash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A provider of remote jobs that takes every submission for a new job, whatever its key: what is sent twice shows. */
final class Provider {
    private static final int POLLS = 2;

    private final List<Submission> submissions = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> polls = new ConcurrentHashMap<>();
    private volatile boolean hasLookUp = true;

    private record Submission(String run, String step, String key, String job) {}

    void hasLookUp(boolean does) {
        hasLookUp = does;
    }

    boolean hasLookUp() {
        return hasLookUp;
    }

    synchronized String submit(String run, String step, String key) {
        var job = "job-" + submissions.size();
        submissions.add(new Submission(run, step, key, job));
        return job;
    }

    boolean isDone(String job) {
        return polls.merge(job, 1, Integer::sum) >= POLLS;
    }

    /** As whoever looks into the provider's books. */
    Optional<String> job(String key) {
        return submissions.stream()
                .filter(submission -> submission.key().equals(key))
                .map(Submission::job)
                .findFirst();
    }

    /** How often a step's job was submitted, under whatever key. */
    long submissions(String run, String step) {
        return of(run).filter(submission -> submission.step().equals(step)).count();
    }

    private Stream<Submission> of(String run) {
        return submissions.stream().filter(submission -> submission.run().equals(run));
    }
}
