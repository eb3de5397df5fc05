package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** The things that can be won. */
public enum Prize {
    TROPHY(Trophy::build),
    GIFT(Gift::build),
    COIN(Coin::build),
    STAR(Star::build),
    HEART(Heart::build),
    CROWN(Crown::build),
    GEM(Gem::build),
    WHEEL(Wheel::build),
    COFFEE(Coffee::build),
    BALL(Ball::build),
    SNOW_GLOBE(SnowGlobe::build),
    PLANET(Planet::build),
    PUMPKIN(Pumpkin::build),
    ICE_CREAM(IceCream::build);

    private static final double FINEST = 1.0;
    private static final double DRAFT = 0.3;
    private static final int ATTEMPTS = 30;

    private final Plan plan;

    Prize(Plan plan) {
        this.plan = plan;
    }

    /**
     * The prize as closed surfaces, about 2 units tall, resting upright and facing +z. The same arguments give the same
     * bits.
     *
     * @param maxTriangles of all surfaces together; the model is made as fine as they allow
     * @throws IllegalArgumentException when not even the coarsest model stays within them
     */
    public List<Surface> model(Palette palette, long seed, int maxTriangles) {
        double detail = affordableDetail(palette, seed, maxTriangles);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var solids = plan.build(new Workbench(detail), palette, new SplitMix(seed));
            int triangles = triangles(solids);
            if (triangles <= maxTriangles) {
                return Surfaces.of(solids);
            }
            detail *= Math.min(0.95, Math.sqrt(0.97 * maxTriangles / triangles));
        }
        throw new IllegalArgumentException(this + " cannot be made of " + maxTriangles + " triangles");
    }

    /** Guessed from a draft, which is quick to make: triangles grow with the square of the detail. */
    private double affordableDetail(Palette palette, long seed, int maxTriangles) {
        int draft = triangles(plan.build(new Workbench(DRAFT), palette, new SplitMix(seed)));
        return Math.min(FINEST, DRAFT * Math.sqrt((double) maxTriangles / draft));
    }

    private static int triangles(List<Solid> solids) {
        return solids.stream().mapToInt(s -> s.triangles().length / 3).sum();
    }

    /** How a prize is made. */
    @FunctionalInterface
    interface Plan {
        List<Solid> build(Workbench bench, Palette palette, SplitMix random);
    }
}
