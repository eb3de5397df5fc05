package dev.runengine.runtime.simulation;

/**
 * Something went on outside the simulation, so what happens next is no function of the seed. Worlds that are played beside
 * each other share the monitors of the JVM, such as those under which classes are loaded; played again, a world finds
 * these free. What disturbs it every time is a wait of the engine's by another clock.
 */
final class Disturbance extends RuntimeException {
    private static final long serialVersionUID = 1;

    Disturbance(String thread) {
        super("woken by a thread outside the simulation: " + thread);
    }
}
