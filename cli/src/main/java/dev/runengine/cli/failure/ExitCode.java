package dev.runengine.cli.failure;

/** What a script sees. The numbers are part of the interface and never change their meaning. */
public enum ExitCode {
    OK(0, "done; the run succeeded"),
    UNEXPECTED(1, "unexpected error"),
    USAGE(2, "wrong arguments, or a request that the server refuses as invalid"),
    RUN_FAILED(3, "the run failed"),
    UNAUTHORIZED(4, "the server wants a token, or another one"),
    NOT_FOUND(5, "no such run, workflow or file on the server"),
    CONFLICT(6, "not possible in the run's present state"),
    RUN_CANCELLED(7, "the run was cancelled"),
    STILL_RUNNING(8, "waited long enough; the run goes on"),
    UNREACHABLE(9, "no server, or no answer from it"),
    HAS_WORK(10, "the plan executes something (plan --detailed-exitcode)"),
    DETACHED(130, "interrupted by Ctrl-C; the run goes on");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
