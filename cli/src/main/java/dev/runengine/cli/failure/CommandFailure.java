package dev.runengine.cli.failure;

import java.util.ArrayList;
import java.util.List;

/** An expected failure: told in a few lines, without a stack trace. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;
    private final String title;
    private final transient List<String> details;
    private final String hint;

    /**
     * @param title what happened, as a short sentence
     * @param details one fact each
     * @param hint what to do about it; empty when there is nothing to say
     */
    public CommandFailure(ExitCode code, String title, List<String> details, String hint) {
        super(title);
        this.code = code;
        this.title = title;
        this.details = List.copyOf(details);
        this.hint = hint;
    }

    public CommandFailure(ExitCode code, String title, String detail, String hint) {
        this(code, title, List.of(detail), hint);
    }

    public ExitCode code() {
        return code;
    }

    /** The title, the details indented, the hint. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("error: " + title);
        details.stream().filter(detail -> !detail.isBlank()).forEach(detail -> lines.add("  " + detail));
        if (!hint.isEmpty()) {
            lines.add("hint: " + hint);
        }
        return lines;
    }
}
