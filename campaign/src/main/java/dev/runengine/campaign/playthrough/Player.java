package dev.runengine.campaign.playthrough;

import dev.runengine.campaign.browser.Browser;
import dev.runengine.campaign.browser.BrowserException;
import dev.runengine.campaign.browser.Complaint;
import dev.runengine.campaign.browser.Screen;
import dev.runengine.campaign.playthrough.PlayReport.Play;
import dev.runengine.campaign.playthrough.PlayReport.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Plays one game several times in one browser, as a person does: looks, presses, waits. For one thread. */
final class Player {
    /** One question: the state and the next gesture, one frame after it was asked. */
    private static final String LOOK = """
            new Promise(done => setTimeout(() => done(window.__qa
                ? { state: __qa.state, hint: __qa.hint(%s) } : { state: 'absent' }), 16))""";

    /** What is loaded in the background must have come, or have been given up. */
    private static final String SETTLED = """
            (() => { const files = window.GAME_MEDIA?.files ?? {};
              const drawable = document.createElement('canvas').getContext('webgl2');
              return __qa.problems.length > 0 || ((!files.bgm || __qa.sounds.bgm > 0)
                && (__qa.state !== 'won' || !files.model || !drawable || __qa.prizeTriangles > 0)); })()""";

    private static final String PROBLEMS = """
            [...__qa.problems.map(String), ...[...document.querySelectorAll('video')]
                .filter(video => video.error).map(video => video.getAttribute('src') + ': the film does not play')]""";

    private static final String ABSENT = "absent";
    private static final String INTRO = "intro";
    private static final Set<String> ENDS = Set.of("won", "lost");

    private final Browser browser;
    private final PlayableGame game;
    private final Patience patience;
    private final long end;
    private final List<Play> plays = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Timing> timings = new ArrayList<>();

    Player(Browser browser, PlayableGame game, Patience patience) {
        this.browser = browser;
        this.game = game;
        this.patience = patience;
        this.end = System.nanoTime() + patience.whole().toNanos();
    }

    boolean hasTime() {
        return System.nanoTime() < end;
    }

    List<Play> plays() {
        return plays;
    }

    List<Fault> faults() {
        return faults;
    }

    List<Timing> timings() {
        return timings;
    }

    /** Plays to one end. False when the game offers nobody a way to play it by machine. */
    boolean play(Goal goal, long seed, Screen screen) throws BrowserException, IOException, InterruptedException {
        boolean fail = goal == Goal.LOST && game.winProbability() >= 1;
        long started = System.nanoTime();
        browser.show(screen);
        browser.open(Browser.ORIGIN + "/" + game.entryPoint() + "?qa=1&seed=" + seed, patience.load());
        var opened = opened();
        if (opened.equals(ABSENT)) {
            return false;
        }
        long loaded = System.nanoTime();
        if (!opened.equals(INTRO)) {
            plays.add(new Play(goal, screen.touch(), seed, opened));
            faults.add(Fault.ofGame("game_does_not_start", "the game did not reach its intro; it stayed " + opened));
            return true;
        }
        seen("the intro");
        var end = played(fail);
        timings.add(new Timing(goal, millis(started, loaded), millis(loaded, System.nanoTime())));
        plays.add(new Play(goal, screen.touch(), seed, end));
        if (ENDS.contains(end)) {
            outcome(goal, end);
        } else {
            faults.add(Fault.ofGame("game_does_not_end", "the game could not be played to its end; it stayed " + end));
        }
        return true;
    }

    /** Waits for the intro; the scripts have run by now, so a game that offers nothing yet never will. */
    private String opened() throws BrowserException, InterruptedException {
        long giveUp = giveUpAfter(patience.load());
        var state = "";
        do {
            state = look(false).path("state").asString("unknown");
        } while (!state.equals(INTRO) && !state.equals(ABSENT) && System.nanoTime() < giveUp);
        return state;
    }

    /** Makes the gestures the game asks for, until it has ended or the time is up; returns the last state. */
    private String played(boolean fail) throws BrowserException, InterruptedException {
        long started = System.nanoTime();
        var state = INTRO;
        while (!ENDS.contains(state) && System.nanoTime() < giveUp(started)) {
            var look = look(fail);
            state = look.path("state").asString("unknown");
            Gesture.of(look.path("hint")).make(browser);
        }
        return state;
    }

    /** A game whose scripts have thrown seldom ends; nobody waits for it as long as for others. */
    private long giveUp(long started) {
        boolean threw = browser.complaints().stream().anyMatch(one -> one.kind() == Complaint.Kind.EXCEPTION);
        return Math.min(end, started + (threw ? patience.answer() : patience.play()).toNanos());
    }

    private JsonNode look(boolean fail) throws BrowserException, InterruptedException {
        return browser.evaluate(LOOK.formatted(fail));
    }

    private void outcome(Goal goal, String end) throws BrowserException, IOException, InterruptedException {
        if (!end.equals(goal.state())) {
            faults.add(Fault.ofGame(
                    "wrong_outcome",
                    "with the chance it is configured with, this play must be " + goal.state() + ", but it was "
                            + end));
        }
        if (!settled()) {
            faults.add(Fault.ofGame("media_not_loaded", "music or prize were still not there long after the play"));
        }
        for (var problem : browser.evaluate(PROBLEMS)) {
            faults.add(Fault.ofGame("game_reports_problem", problem.asString("")));
        }
        seen("the " + end + " screen");
    }

    private boolean settled() throws BrowserException, InterruptedException {
        long giveUp = giveUpAfter(patience.answer());
        while (System.nanoTime() < giveUp) {
            if (browser.evaluate("new Promise(done => setTimeout(() => done(" + SETTLED + "), 16))")
                    .booleanValue()) {
                return true;
            }
        }
        return false;
    }

    private void seen(String what) throws BrowserException, IOException, InterruptedException {
        if (!Picture.isDrawn(browser.screenshot())) {
            faults.add(Fault.ofGame("nothing_drawn", what + " is one flat colour"));
        }
    }

    private long giveUpAfter(Duration patience) {
        return Math.min(end, System.nanoTime() + patience.toNanos());
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
