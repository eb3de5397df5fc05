package dev.runengine.campaign.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a Chromium is on this machine: where the operator says, else on the PATH. */
final class Installation {
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome");

    private Installation() {}

    static Optional<Path> find() {
        return find(
                Optional.ofNullable(System.getProperty(Browser.PROPERTY))
                        .or(() -> Optional.ofNullable(System.getenv(Browser.VARIABLE))),
                Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /** A setting that names no program means none: the operator's word is not overruled by what lies on the PATH. */
    static Optional<Path> find(Optional<String> named, String searchPath) {
        return named.filter(name -> !name.isBlank())
                .map(name -> Optional.of(Path.of(name)).filter(Installation::isProgram))
                .orElseGet(() -> onPath(searchPath));
    }

    private static Optional<Path> onPath(String searchPath) {
        return NAMES.stream()
                .flatMap(name -> Stream.of(searchPath.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Installation::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
