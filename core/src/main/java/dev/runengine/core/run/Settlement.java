package dev.runengine.core.run;

/** What a person has found out about a submission whose outcome was not known. */
public sealed interface Settlement {
    /** The provider never got it: it is sent again, under the same execution key. */
    record NeverSubmitted() implements Settlement {}

    /** The provider has it: it is polled. */
    record KnownJob(String jobId) implements Settlement {}
}
