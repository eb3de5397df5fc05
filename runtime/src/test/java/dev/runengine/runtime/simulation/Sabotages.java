package dev.runengine.runtime.simulation;

/** Rules broken on purpose: within how many worlds that must be noticed, as what, and how it is done. */
enum Sabotages {
    A_STORE_THAT_DOES_NOT_LOOK_AT_THE_FENCE(200, "takes what a stale owner writes", BrokenJournals.Unfenced::new),
    AN_OWNER_THAT_DOES_NOT_ADVANCE_ITS_OWNERSHIP(5, "stuck", BrokenJournals.NotAdvancing::new),
    A_STORE_THAT_DOES_NOT_LOOK_AT_WHAT_IS_REUSED(100, "that is deleted", BrokenJournals.Trusting::new),
    A_STORE_THAT_LETS_EVERYBODY_EXECUTE_THE_SAME(50, "does the same work", BrokenJournals.Generous::new),
    DEPENDANTS_STARTED_BEFORE_THE_COMMIT(5, "no start of it is recorded", BrokenJournals.AnsweringEarly::new),
    A_DONE_STEP_THAT_IS_FORGOTTEN_WHEN_ITS_RUN_IS_LOADED(50, "is done, and moves", BrokenRuns.Forgetful::new),
    A_NEW_EXECUTION_KEY_AFTER_A_CRASH(50, "goes on under another key", BrokenRuns.Rekeying::new),
    A_DEAD_HEART(20, "is claimed from a living owner", BrokenQueues.Heartless::new),
    A_HAND_OVER_THAT_COUNTS_AS_A_LOSS(100, "is lost more often than its owners", BrokenQueues.Ungrateful::new),
    A_CLAIM_THAT_IS_NOT_TAKEN_AGAIN(200, "stuck", BrokenQueues.NotReclaiming::new);

    final int within;
    final String noticed;
    final Sabotage.Maker maker;

    Sabotages(int within, String noticed, Sabotage.Maker maker) {
        this.within = within;
        this.noticed = noticed;
        this.maker = maker;
    }
}
