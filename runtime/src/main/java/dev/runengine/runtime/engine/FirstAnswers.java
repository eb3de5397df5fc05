package dev.runengine.runtime.engine;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.runtime.port.RecordedAnswer;
import dev.runengine.runtime.port.RequestKey;
import dev.runengine.runtime.port.RunStore;
import java.util.List;
import java.util.Optional;

/** What was answered to requests with a key, for those who send one again. */
record FirstAnswers(RunStore store) {
    /** Empty for a request that is still to be carried out. */
    Optional<Answer<QueuedRun>> to(String tenant, Optional<RequestKey> key) {
        return key.flatMap(asked -> store.answered(tenant, asked.key()).map(first -> again(first, asked)));
    }

    private static Answer<QueuedRun> again(RecordedAnswer first, RequestKey asked) {
        return first.key().equals(asked)
                ? Answer.accepted(new QueuedRun(first.runId(), first.message(), true))
                : Answer.refused(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED,
                        "the key " + asked.key() + " was used for another request; send that one as it was, or this one"
                                + " under a new key",
                        List.of(new Problem("/header/Idempotency-Key", "was used for another request")));
    }
}
