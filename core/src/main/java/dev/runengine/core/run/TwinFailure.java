package dev.runengine.core.run;

/**
 * How a shared execution failed for good.
 *
 * @param failures executions that returned a failure
 */
public record TwinFailure(StepError error, int failures) {}
