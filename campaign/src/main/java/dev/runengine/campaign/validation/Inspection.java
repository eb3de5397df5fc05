package dev.runengine.campaign.validation;

import dev.runengine.campaign.playthrough.PlayableGame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be said of a bundle without running it. The archive may come from anybody.
 *
 * @param game to be played, when there is enough of it
 */
public record Inspection(BundleInfo info, List<Issue> issues, Optional<PlayableGame> game) {
    private static final Set<String> SKILL = Set.of("memory_match", "catch_game", "quiz");
    private static final ConfigCheck CONFIG = new ConfigCheck();

    public Inspection {
        issues = List.copyOf(issues);
    }

    /**
     * @param archive begins as a ZIP does; whatever else is wrong with it is an issue
     * @param folder for its files; is created
     * @param platforms whose size budgets count
     */
    public static Inspection of(Path archive, Path folder, Set<Check> checks, Set<Platform> platforms)
            throws IOException, InterruptedException {
        var unpacking = new Issues(Check.STRUCTURE);
        var bundle = UnpackedBundle.of(archive, folder, unpacking);
        var manifest = BundleManifest.of(bundle);
        var entryPoint = manifest.map(BundleManifest::entryPoint).orElse(Bundle.USUAL_ENTRY_POINT);
        var script = GameScript.of(bundle);
        var issues = new ArrayList<>(unpacking.all());
        // In an archive that did not open, everything else is missing too: one cause, one issue.
        if (!bundle.files().isEmpty() || !unpacking.hasErrors()) {
            for (var check : checks) {
                issues.addAll(run(check, bundle, manifest, entryPoint, script, platforms));
            }
        }
        var info = new BundleInfo(
                manifest.flatMap(found -> found.text("bundle_id")).orElse(null),
                script.templateId().orElse(null),
                entryPoint,
                bundle.files().size(),
                bundle.packedSize(),
                bundle.unpackedSize());
        return new Inspection(info, issues, playable(bundle, entryPoint, script));
    }

    private static List<Issue> run(
            Check check,
            Bundle bundle,
            Optional<BundleManifest> manifest,
            String entryPoint,
            GameScript script,
            Set<Platform> platforms)
            throws IOException {
        var issues = new Issues(check);
        switch (check) {
            case STRUCTURE -> StructureCheck.run(bundle, entryPoint, platforms, issues);
            case MANIFEST -> ManifestCheck.run(bundle, manifest, issues);
            case ASSETS -> AssetCheck.run(bundle, script, issues);
            case CONFIG -> CONFIG.run(bundle, script, manifest, issues);
            case PLAY -> {} // needs the game to run
        }
        return issues.all();
    }

    private static Optional<PlayableGame> playable(Bundle bundle, String entryPoint, GameScript script) {
        if (bundle.file(entryPoint).isEmpty() || script.winProbability().isEmpty()) {
            return Optional.empty();
        }
        var files = new LinkedHashMap<String, Path>();
        bundle.files().values().forEach(file -> files.put(file.path(), file.content()));
        return Optional.of(new PlayableGame(
                files,
                entryPoint,
                script.winProbability().get(),
                script.templateId().filter(SKILL::contains).isPresent()));
    }
}
