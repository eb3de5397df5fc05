package dev.runengine.campaign.audio.effects;

import java.util.List;

/** How each intent sounds, at its natural length. */
final class Recipes {
    private static final List<Integer> PENTATONIC = List.of(0, 2, 4, 7, 9, 12, 14, 16, 19, 21, 24);
    private static final List<Integer> MINOR_PENTATONIC = List.of(0, 3, 5, 7, 10, 12, 15, 17, 19, 22, 24);

    private Recipes() {}

    static void play(Intent intent, Sketch sketch) {
        switch (intent) {
            case CLICK -> click(sketch);
            case TICK -> tick(sketch);
            case HOVER -> hover(sketch);
            case COUNTDOWN -> countdown(sketch);
            case SPIN -> spin(sketch);
            case REVEAL -> reveal(sketch);
            case COIN -> coin(sketch);
            case WIN -> win(sketch);
            case LOSE -> lose(sketch);
            case WHOOSH -> sketch.play("whoosh", 0, 60, 0.7, 1);
        }
    }

    private static void click(Sketch s) {
        s.play(s.palette().knock(), 0, 60, 0.05, 1).play(s.palette().bell(), 0.002, 76, 0.06, 0.8);
        s.play("kick_soft", 0, 60, 0.05, 0.5);
    }

    private static void tick(Sketch s) {
        s.play("woodblock", 0, 60, 0.03, 0.9).play("hat", 0, 60, 0.03, 0.8);
    }

    private static void hover(Sketch s) {
        s.play(s.palette().bell(), 0, 88, 0.06, 0.5).play(s.palette().bell(), 0.04, 93, 0.08, 0.4);
    }

    private static void countdown(Sketch s) {
        s.play("square_lead", 0, 76, 0.2, 0.9).play(s.palette().bell(), 0, 88, 0.25, 0.6);
        s.play("kick", 0, 60, 0.2, 0.5);
    }

    /** A wheel's pointer over its pegs: fast, then slower and slower. */
    private static void spin(Sketch s) {
        double gap = 0.032;
        for (double at = 0; at < 2.45; at += gap) {
            s.play("woodblock", at, 60, 0.03, s.random().between(0.7, 0.9));
            s.play(s.palette().knock(), at, 84, 0.02, 0.5);
            gap *= 1.065;
        }
        s.play("whoosh", 0, 60, 1.6, 0.25);
    }

    private static void reveal(Sketch s) {
        var scale = scale(s);
        for (int i = 0; i < scale.size(); i++) {
            s.play(s.palette().bell(), 0.25 + i * 0.055, 72 + scale.get(i), 0.3, 0.5 + 0.04 * i);
        }
        s.play("riser", 0, 60, 0.85, 0.5).play(s.palette().shimmer(), 0.85, 60, 0.5, 0.8);
        for (int above : List.of(0, s.palette().minor() ? 3 : 4, 7, 12)) {
            s.play(s.palette().lead(), 0.85, 72 + above, 0.4, 0.5);
        }
    }

    private static void coin(Sketch s) {
        s.play("chip_pulse", 0, 83, 0.07, 0.7).play("glockenspiel", 0, 83, 0.1, 0.7);
        s.play("chip_pulse", 0.075, 88, 0.25, 0.7).play("glockenspiel", 0.075, 88, 0.5, 0.9);
        s.play(s.palette().bell(), 0.075, 76, 0.4, 0.4);
    }

    private static void win(Sketch s) {
        var fanfare = s.palette().minor() ? List.of(67, 72, 75, 79, 84) : List.of(67, 72, 76, 79, 84);
        for (int i = 0; i < fanfare.size(); i++) {
            s.play(s.palette().lead(), i * 0.12, fanfare.get(i), 0.11, 0.9);
            s.play(s.palette().bell(), i * 0.12, fanfare.get(i) + 12, 0.2, 0.6);
            s.play("snare", i * 0.12, 60, 0.1, 0.3);
        }
        for (int above : List.of(0, s.palette().minor() ? 3 : 4, 7, 12, 16)) {
            s.play(s.palette().lead(), 0.64, 60 + above, 1.2, 0.6);
        }
        s.play(s.palette().low(), 0.64, 36, 1.2, 0.8)
                .play("crash", 0.64, 60, 1, 0.8)
                .play("kick", 0.64, 60, 0.3, 0.8);
        for (int i = 0; i < 8; i++) {
            s.play(s.palette().bell(), 0.8 + i * 0.12, 84 + scale(s).get(i % 5), 0.2, 0.45);
        }
    }

    private static void lose(Sketch s) {
        var sighs = List.of(67, 66, 65, 60);
        for (int i = 0; i < sighs.size(); i++) {
            double seconds = i == 3 ? 0.7 : 0.24;
            s.play("clarinet", i * 0.28, sighs.get(i), seconds, 0.9);
            s.play(s.palette().low(), i * 0.28, sighs.get(i) - 24, seconds, 0.6);
        }
        s.play("clarinet", 0.84, 63, 0.7, 0.6)
                .play("rumble", 0.84, 60, 0.8, 0.4)
                .play("kick_deep", 0.84, 60, 0.4, 0.7);
    }

    private static List<Integer> scale(Sketch s) {
        return s.palette().minor() ? MINOR_PENTATONIC : PENTATONIC;
    }
}
