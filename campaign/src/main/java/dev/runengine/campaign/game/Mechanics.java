package dev.runengine.campaign.game;

import java.util.List;

/** The rules of a game, one kind per template. Times in milliseconds, shares 0 to 1. */
sealed interface Mechanics {

    /** @param turns full turns before the wheel rests */
    record SpinWheel(List<Segment> segments, int turns, int spinMs) implements Mechanics {}

    record Segment(String label, boolean wins, String motif) {}

    /** @param revealShare of the foil that has to be scratched off; brushShare of the card's height */
    record ScratchCard(List<String> symbols, double revealShare, double brushShare) implements Mechanics {}

    record SlotMachine(List<String> symbols, int reels, int spinMs, int stopGapMs) implements Mechanics {}

    record MemoryMatch(int pairs, int columns, int maxMoves, List<String> symbols) implements Mechanics {}

    record CatchGame(int target, int durationMs, int fallMs, int spawnMs, double basketShare, List<String> symbols)
            implements Mechanics {}

    record Quiz(List<Question> questions, int requiredCorrect, int secondsPerQuestion) implements Mechanics {}

    record Question(String question, List<String> answers, int correctIndex) {}
}
