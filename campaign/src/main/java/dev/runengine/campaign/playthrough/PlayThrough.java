package dev.runengine.campaign.playthrough;

import dev.runengine.campaign.browser.Browser;
import dev.runengine.campaign.browser.BrowserException;
import dev.runengine.campaign.browser.Complaint;
import dev.runengine.campaign.browser.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens a game in headless Chromium and plays it once to a win and once to a loss, where its chance allows both, with real
 * mouse or touch events. The game is served from this machine; it reaches nothing else. A game is expected to offer, under
 * {@code ?qa=1&seed=n}, {@code window.__qa} with {@code state}, {@code hint(fail)}, {@code problems}, {@code sounds} and
 * {@code prizeTriangles}.
 */
public final class PlayThrough {
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
        boolean playable = true;
        try {
            int turn = 0;
            for (var goal : Goal.values()) {
                var seed = seed(goal, game);
                if (seed.isPresent() && playable) {
                    playable = player.play(goal, seed.get(), screens.get(turn++ % screens.size()));
                }
            }
        } catch (BrowserException e) {
            player.faults().add(fault(e));
        }
        var faults = new ArrayList<>(player.faults());
        open.complaints().forEach(complaint -> faults.add(fault(complaint)));
        if (!playable && faults.stream().noneMatch(Fault::grave)) {
            return new PlayReport(
                    false,
                    Optional.of("the game offers no window.__qa under ?qa=1, so only a person can play it"),
                    List.of(),
                    faults,
                    List.of());
        }
        if (!playable) {
            faults.add(Fault.ofGame("game_does_not_start", "the scripts of the game did not run to their end"));
        }
        return new PlayReport(true, Optional.empty(), player.plays(), faults, player.timings());
    }

    /** A game of skill can be lost whatever the chance: by failing. */
    private static Optional<Long> seed(Goal goal, PlayableGame game) {
        var seed = goal.seed(game.winProbability());
        return seed.isPresent()
                ? Optional.of(seed.getAsLong())
                : goal == Goal.LOST && game.skill() ? Optional.of(1L) : Optional.empty();
    }

    private static Fault fault(BrowserException e) {
        return switch (e.reason()) {
            case NO_ANSWER -> Fault.ofGame("game_hangs", "the page stopped answering: " + e.getMessage());
            case CRASHED -> Fault.ofGame("game_crashes", "the page took the browser down: " + e.getMessage());
            case REFUSED, UNAVAILABLE -> Fault.ofGame("game_does_not_open", String.valueOf(e.getMessage()));
        };
    }

    private static Fault fault(Complaint complaint) {
        var file = file(complaint.address());
        return switch (complaint.kind()) {
            case EXCEPTION -> new Fault("javascript_error", complaint.text(), file, true);
            case CONSOLE_ERROR -> new Fault("console_error", complaint.text(), file, true);
            case CONSOLE_WARNING -> new Fault("console_warning", complaint.text(), file, false);
            case FAILED_REQUEST -> new Fault("request_failed", file + ": " + complaint.text(), file, true);
            case OUTSIDE_REQUEST ->
                new Fault("external_request", "the game asks the network for " + complaint.address(), "", true);
            case DIALOG -> new Fault("dialog", "a box interrupts the game: " + complaint.text(), "", true);
        };
    }

    private static String file(String address) {
        var prefix = Browser.ORIGIN + "/";
        var path = address.startsWith(prefix) ? address.substring(prefix.length()) : "";
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
