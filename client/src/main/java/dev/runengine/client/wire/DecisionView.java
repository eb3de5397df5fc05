package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a step ran or did not. What follows the first three is told of one step only, not in lists.
 *
 * @param verdict such as MISS, HIT_COLD or BASE_RUN
 * @param reason of a MISS
 * @param comparedWith the run whose execution of the step was compared with or taken over
 * @param message the two in words
 * @param inputChanges where its input differs from that of the run compared with
 * @param moreInputChanges whether there are more than are listed
 * @param skillBefore its skill version there, when it is another now
 * @param causes where what differs began
 * @param madeBy the execution that made the result: its own, or the one whose cost was saved
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DecisionView(
        String verdict,
        Optional<String> reason,
        Optional<UUID> comparedWith,
        Optional<String> message,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DifferenceView> inputChanges,
        Optional<Boolean> moreInputChanges,
        Optional<String> skillBefore,
        Optional<String> skillAfter,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CauseView> causes,
        Optional<ExecutionView> madeBy) {
    public DecisionView {
        inputChanges = inputChanges == null ? List.of() : List.copyOf(inputChanges);
        causes = causes == null ? List.of() : List.copyOf(causes);
    }

    /** As it stands in lists. */
    public DecisionView(String verdict, Optional<String> reason, Optional<UUID> comparedWith) {
        this(
                verdict,
                reason,
                comparedWith,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
