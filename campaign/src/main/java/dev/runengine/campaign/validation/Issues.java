package dev.runengine.campaign.validation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the issues of one check. A bundle with everything wrong must not make an endless report. */
final class Issues {
    private static final int MOST = 60;

    private final Check category;
    private final List<Issue> found = new ArrayList<>();
    private int omitted;

    Issues(Check category) {
        this.category = category;
    }

    void error(String code, String message, @Nullable String file, String suggestion) {
        add(new Issue(code, message, Severity.ERROR, category, file, suggestion));
    }

    void warning(String code, String message, @Nullable String file, String suggestion) {
        add(new Issue(code, message, Severity.WARNING, category, file, suggestion));
    }

    void add(Issue issue) {
        if (found.size() < MOST) {
            found.add(issue);
        } else {
            omitted++;
        }
    }

    boolean hasErrors() {
        return found.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    }

    List<Issue> all() {
        if (omitted == 0) {
            return List.copyOf(found);
        }
        var all = new ArrayList<>(found);
        all.add(new Issue(
                "more_issues",
                omitted + " further issues of this kind were left out",
                Severity.ERROR,
                category,
                null,
                "Repair those that are listed and check again."));
        return List.copyOf(all);
    }
}
