package dev.runengine.campaign.validation;

import dev.runengine.campaign.archive.Archive;
import dev.runengine.campaign.archive.ArchiveProblem;
import dev.runengine.campaign.game.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Makes a bundle of an archive; what could not be taken out of it is an issue. */
final class UnpackedBundle {
    private UnpackedBundle() {}

    static Bundle of(Path archive, Path folder, Issues issues) throws IOException, InterruptedException {
        var unpacked = Archive.unpack(archive, folder);
        unpacked.problems()
                .forEach(problem ->
                        issues.error(code(problem.kind()), problem.message(), problem.path(), problem.suggestion()));
        var files = new TreeMap<String, BundledFile>();
        for (var file : unpacked.files().values()) {
            files.put(
                    file.path(),
                    new BundledFile(
                            file.path(), file.content(), file.size(), file.sha256(), MediaKind.of(file.content())));
        }
        return new Bundle(Files.size(archive), files);
    }

    private static String code(ArchiveProblem.Kind kind) {
        return switch (kind) {
            case TOO_LARGE -> "bundle_too_large";
            case TOO_MANY_FILES -> "too_many_files";
            case ENCRYPTED -> "zip_encrypted";
            case DAMAGED -> "zip_damaged";
            case UNSAFE_PATH -> "unsafe_path";
            case DUPLICATE_ENTRY -> "duplicate_entry";
            case DAMAGED_FILE -> "file_damaged";
            case UNPACKS_TOO_LARGE -> "unpacks_too_large";
        };
    }
}
