package dev.runengine.core.run;

/** When a step may go ahead: the moment the last of its own dependencies is done, and no later. */
final class Readiness {
    private Readiness() {}

    /** Tells the dependants of a step that it is done. Costs as much as it has dependants. */
    static void countDown(Turn turn, int done) {
        for (int successor : turn.state().workflow().successors(done)) {
            if (turn.state().step(successor) instanceof StepState.Waiting(Counters counters, int missing)) {
                turn.shift(successor, new StepState.Waiting(counters, missing - 1));
                resolveIfReady(turn, successor);
            }
        }
    }

    static void resolveIfReady(Turn turn, int step) {
        if (turn.state().phase() instanceof Phase.Running
                && turn.state().step(step) instanceof StepState.Waiting(Counters counters, int missing)
                && missing == 0) {
            turn.shift(step, new StepState.Resolving(counters));
            turn.command(new Command.Resolve(step));
        }
    }

    /** For a step whose owner was lost before anything about it was recorded. */
    static void resolveAgain(Turn turn, int step) {
        turn.shift(step, new StepState.Waiting(turn.state().step(step).counters(), 0));
        resolveIfReady(turn, step);
    }
}
