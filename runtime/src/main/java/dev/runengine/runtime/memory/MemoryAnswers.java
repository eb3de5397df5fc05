package dev.runengine.runtime.memory;

import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RecordedAnswer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers to requests with a key. Guarded by whoever has it. */
final class MemoryAnswers {
    private final Map<Name, Kept> answers = new LinkedHashMap<>();

    private record Name(String tenant, String key) {}

    private record Kept(RecordedAnswer answer, Instant at) {}

    Optional<RecordedAnswer> find(String tenant, String key) {
        return Optional.ofNullable(answers.get(new Name(tenant, key))).map(Kept::answer);
    }

    boolean hasKeyOf(NewRun run) {
        return run.answer()
                .flatMap(answer -> find(run.tenant(), answer.key().key()))
                .isPresent();
    }

    /** Nothing, for a request without a key. */
    void keepOf(NewRun run) {
        run.answer()
                .ifPresent(answer ->
                        answers.put(new Name(run.tenant(), answer.key().key()), new Kept(answer, run.createdAt())));
    }

    /** @return how many */
    int forget(Instant before, int limit) {
        var old = answers.entrySet().stream()
                .filter(entry -> entry.getValue().at().isBefore(before))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
        old.forEach(answers::remove);
        return old.size();
    }
}
