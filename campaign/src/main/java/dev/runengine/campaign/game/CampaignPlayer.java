package dev.runengine.campaign.game;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins intro, game and outcomes into one page: a packed game with the campaign's films in its slots and the start button
 * where the intro shows it. What the campaign does not state stays as the game has it.
 */
final class CampaignPlayer {
    private static final String INTRO = "intro_video";
    private static final int COMPRESSION_LEVEL = 9;

    private CampaignPlayer() {}

    /** @return the ZIP of the page; for a game that shows all this already, its own bytes again */
    static Path join(GameBundle game, List<Slots.Filled> films, Optional<StartButton.Share> button, Path folder)
            throws IOException {
        var script = game.script();
        var files = new ArrayList<>(game.files());
        if (button.isPresent() || !sameIntro(game, films)) {
            // A button belongs to the picture it was found in.
            script = script.withButton(button);
        }
        for (var film : films) {
            var replaced = game.script().file(film.slot());
            files.removeIf(file -> replaced.filter(file.path()::equals).isPresent());
            files.add(film.file());
            script = script.filled(film.slot(), film.file().path());
        }
        files.removeIf(file -> file.path().equals(PageScript.PATH));
        files.add(script.write(folder));
        return BundleArchive.pack(game.templateId(), files, COMPRESSION_LEVEL, folder)
                .zip();
    }

    private static boolean sameIntro(GameBundle game, List<Slots.Filled> films) throws IOException {
        var old = intro(game.files(), game.script().file(INTRO));
        var given = films.stream()
                .filter(film -> film.slot().equals(INTRO))
                .map(Slots.Filled::file)
                .findFirst();
        return given.isEmpty()
                || old.isPresent()
                        && Files.mismatch(old.get().content(), given.get().content()) < 0;
    }

    private static Optional<BundleFile> intro(List<BundleFile> files, Optional<String> path) {
        return files.stream()
                .filter(file -> path.filter(file.path()::equals).isPresent())
                .findFirst();
    }
}
