package dev.runengine.campaign.picture.hero;

import dev.runengine.campaign.picture.stage.Stage;
import java.util.Locale;
import java.util.Optional;

/** A game as an object, one per game template. */
public enum Hero {
    SPIN_WHEEL,
    SCRATCH_CARD,
    SLOT_MACHINE,
    MEMORY_MATCH,
    CATCH_GAME,
    QUIZ;

    /** By its template's id, such as {@code spin_wheel}. */
    public static Optional<Hero> named(String templateId) {
        for (var hero : values()) {
            if (hero.name().toLowerCase(Locale.ROOT).equals(templateId)) {
                return Optional.of(hero);
            }
        }
        return Optional.empty();
    }

    /** Paints it within a circle of this radius. */
    public void paint(Stage stage, double x, double y, double radius) {
        switch (this) {
            case SPIN_WHEEL -> SpinWheel.paint(stage, x, y, radius);
            case SCRATCH_CARD -> ScratchCard.paint(stage, x, y, radius);
            case SLOT_MACHINE -> SlotMachine.paint(stage, x, y, radius);
            case MEMORY_MATCH -> MemoryCards.paint(stage, x, y, radius);
            case CATCH_GAME -> CatchGame.paint(stage, x, y, radius);
            case QUIZ -> QuizCard.paint(stage, x, y, radius);
        }
    }
}
