package dev.runengine.core.run;

/** A change to record: what was, and what is. */
public sealed interface Transition {
    record StepMoved(int step, StepState from, StepState to) implements Transition {}

    record RunMoved(Phase from, Phase to) implements Transition {}
}
