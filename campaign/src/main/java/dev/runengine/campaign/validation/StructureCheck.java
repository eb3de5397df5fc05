package dev.runengine.campaign.validation;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Whether there is a page to start with, and the whole fits where it is to be played. */
final class StructureCheck {
    private StructureCheck() {}

    static void run(Bundle bundle, String entryPoint, Set<Platform> platforms, Issues issues) throws IOException {
        var page = bundle.file(entryPoint);
        if (page.isEmpty()) {
            issues.error(
                    "entry_point_missing",
                    "the page that starts the game is not there",
                    entryPoint,
                    "Put " + Bundle.USUAL_ENTRY_POINT + " into the root of the archive.");
        } else if (!page.get().text().toLowerCase(Locale.ROOT).contains("<html")) {
            issues.error(
                    "entry_point_no_page",
                    "the file that starts the game is not an HTML page",
                    entryPoint,
                    "Name a page.");
        }
        for (var platform : platforms) {
            if (bundle.packedSize() > platform.budget()) {
                issues.error(
                        "over_size_budget",
                        "the bundle has " + bundle.packedSize() + " bytes; for "
                                + platform.name().toLowerCase(Locale.ROOT) + " at most " + platform.budget(),
                        null,
                        "Shorten or shrink the films, which are the largest part, or leave this platform out.");
            }
        }
        bundle.files().values().stream()
                .filter(file -> file.size() == 0)
                .forEach(file -> issues.warning("file_empty", "this file is empty", file.path(), "Leave it out."));
    }
}
