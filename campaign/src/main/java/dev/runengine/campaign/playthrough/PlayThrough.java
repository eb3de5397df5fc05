package dev.runengine.campaign.playthrough;

import dev.runengine.campaign.browser.Browser;
import dev.runengine.campaign.browser.BrowserException;
import dev.runengine.campaign.browser.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Opens a game in headless Chromium and plays it once to a win and once to a loss, where its chance allows both, with real
 * mouse or touch events. The game is served from this machine; it reaches nothing else. A game is expected to offer, under
 * {@code ?qa=1&seed=n}, {@code window.__qa} with {@code state}, {@code hint(fail)}, {@code problems}, {@code sounds} and
 * {@code prizeTriangles}. Any number of threads may play at once; browsers are shared out among them.
 */
public final class PlayThrough {
    private static final String NO_INTERFACE =
            "the game offers no window.__qa under ?qa=1, so only a person can play it";

    private final Optional<Path> browser;
    private final Patience patience;

    /** @param browser the program; when empty, no game can be played, and the report says so */
    public PlayThrough(Optional<Path> browser, Patience patience) {
        this.browser = browser;
        this.patience = patience;
    }

    /**
     * Never hangs: whatever the game does, this returns when its patience has ended.
     *
     * @param screens at least one; the plays take turns on them
     */
    public PlayReport play(PlayableGame game, List<Screen> screens) throws IOException, InterruptedException {
        if (browser.isEmpty()) {
            return PlayReport.couldNot(
                    "no Chromium was found on the PATH; install one, or name it by " + Browser.VARIABLE);
        }
        try (var server = GameServer.start(game.files());
                var open = Browser.start(browser.get(), server.port(), patience.browser(), patience.answer())) {
            return play(game, screens, open);
        } catch (BrowserException e) {
            return PlayReport.couldNot(String.valueOf(e.getMessage()));
        }
    }

    private PlayReport play(PlayableGame game, List<Screen> screens, Browser open)
            throws IOException, InterruptedException {
        var player = new Player(open, game, patience);
        var obstacle = obstacle(player, game, screens);
        var faults = new ArrayList<>(player.faults());
        open.complaints().forEach(complaint -> faults.add(Faults.of(complaint)));
        if (obstacle.filter(NO_INTERFACE::equals).isPresent() && faults.stream().anyMatch(Fault::grave)) {
            // Not a foreign game, but a broken one: its scripts did not come as far as to offer anything.
            faults.add(Fault.ofGame("game_does_not_start", "the scripts of the game did not run to their end"));
            obstacle = Optional.empty();
        }
        return new PlayReport(obstacle.isEmpty(), obstacle, player.plays(), faults, player.timings());
    }

    /** Plays to every end; returns what kept it from doing so, unless it is the game's fault. */
    private static Optional<String> obstacle(Player player, PlayableGame game, List<Screen> screens)
            throws IOException, InterruptedException {
        try {
            int turn = 0;
            for (var goal : Goal.values()) {
                var seed = seed(goal, game);
                if (seed.isEmpty()) {
                    continue;
                }
                if (!player.hasTime()) {
                    return Optional.of("the machine was too busy to play it to every end in time");
                }
                if (!player.play(goal, seed.getAsLong(), screens.get(turn++ % screens.size()))) {
                    return Optional.of(NO_INTERFACE);
                }
            }
            return Optional.empty();
        } catch (BrowserException e) {
            return switch (e.reason()) {
                case NO_ANSWER -> blame(player, "game_hangs", "the page stopped answering: " + e.getMessage());
                case CRASHED -> blame(player, "game_crashes", "the page took the browser down: " + e.getMessage());
                case REFUSED -> blame(player, "game_does_not_open", String.valueOf(e.getMessage()));
                case SLOW, UNAVAILABLE -> Optional.of(String.valueOf(e.getMessage()));
            };
        }
    }

    private static Optional<String> blame(Player player, String code, String message) {
        player.faults().add(Fault.ofGame(code, message));
        return Optional.empty();
    }

    /** A game of skill can be lost whatever the chance: by failing. */
    private static OptionalLong seed(Goal goal, PlayableGame game) {
        var seed = goal.seed(game.winProbability());
        return seed.isEmpty() && goal == Goal.LOST && game.skill() ? OptionalLong.of(1) : seed;
    }
}
