package dev.runengine.runtime.simulation;

/** Where a process is to die, when it is not by the clock: just before, or just after, its next commit is made. */
final class Doom {
    enum Moment {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private Moment moment = Moment.NONE;

    void setFor(Moment chosen) {
        moment = chosen;
    }

    void strikes(Moment here, Life life) {
        if (moment == here) {
            life.die();
        }
    }
}
