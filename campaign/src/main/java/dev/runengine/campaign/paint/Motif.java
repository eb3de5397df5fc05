package dev.runengine.campaign.paint;

import java.awt.Shape;
import java.util.Locale;
import java.util.Optional;

/** The small pictures a campaign's theme is told with. */
public enum Motif {
    STAR,
    SPARK,
    HEART,
    GIFT,
    SNOW,
    SUN,
    BEAN,
    DROP,
    PLANET,
    BAT,
    BALL,
    LEAF,
    CROWN,
    COIN;

    /** By its name in plans, such as {@code star}. */
    public static Optional<Motif> named(String name) {
        for (var motif : values()) {
            if (motif.id().equals(name)) {
                return Optional.of(motif);
            }
        }
        return Optional.empty();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A silhouette round the origin that fits a circle of this radius, its inner lines cut out. */
    public Shape shape(double radius) {
        return new Pose(0, 0, radius, 0).place(unitShape());
    }

    private Shape unitShape() {
        return switch (this) {
            case STAR -> NatureShapes.star(5, 0.48);
            case SPARK -> NatureShapes.star(4, 0.26);
            case SNOW -> NatureShapes.snowflake();
            case SUN -> NatureShapes.sun();
            case DROP -> NatureShapes.drop();
            case LEAF -> NatureShapes.leaf();
            case BEAN -> NatureShapes.bean();
            case PLANET -> NatureShapes.planet();
            case BAT -> NatureShapes.bat();
            case HEART -> PrizeShapes.heart();
            case GIFT -> PrizeShapes.gift();
            case BALL -> PrizeShapes.football();
            case CROWN -> PrizeShapes.crown();
            case COIN -> PrizeShapes.coin();
        };
    }
}
