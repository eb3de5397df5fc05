package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;
import java.util.Set;

/** The things that can be won, each with the words that ask for it. */
public enum Prize {
    TROPHY(Trophy::build, "trophy", "trophies", "champion", "champions", "championship", "winner", "award", "cup"),
    GIFT(Gift::build, "gift", "gifts", "present", "presents", "giftbox", "parcel", "box", "surprise"),
    COIN(Coin::build, "coin", "coins", "token", "tokens", "money", "cash", "cashback", "jackpot", "voucher", "points"),
    STAR(Star::build, "star", "stars", "superstar", "spark"),
    HEART(Heart::build, "heart", "hearts", "valentine", "valentines", "love", "romance", "romantic"),
    CROWN(Crown::build, "crown", "crowns", "king", "queen", "royal", "vip", "princess", "tiara"),
    GEM(Gem::build, "gem", "gems", "diamond", "diamonds", "jewel", "jewels", "crystal", "ruby", "emerald", "sapphire"),
    WHEEL(Wheel::build, "wheel", "wheels", "roulette", "spinner"),
    COFFEE(Coffee::build, "coffee", "latte", "espresso", "cappuccino", "mug", "cafe", "café", "tea", "cocoa", "bean"),
    BALL(Ball::build, "ball", "football", "soccer", "goal", "sport", "sports"),
    SNOW_GLOBE(SnowGlobe::build, "globe", "snowglobe", "snow", "winter", "christmas", "xmas", "holiday", "santa"),
    PLANET(Planet::build, "planet", "planets", "space", "galaxy", "saturn", "cosmic", "orbit"),
    PUMPKIN(Pumpkin::build, "pumpkin", "pumpkins", "halloween", "spooky", "bat"),
    ICE_CREAM(IceCream::build, "ice", "icecream", "gelato", "sorbet", "sundae", "summer", "beach", "sun");

    private final Plan plan;
    private final Set<String> words;

    Prize(Plan plan, String... words) {
        this.plan = plan;
        this.words = Set.of(words);
    }

    /** Words in lower case that ask for this prize. */
    public Set<String> words() {
        return words;
    }

    /**
     * The prize as closed surfaces, about 2 units tall, resting upright and facing +z. The same arguments give the same
     * bits.
     *
     * @param maxTriangles of all surfaces together; the model is made as fine as they allow
     * @throws IllegalArgumentException when not even the coarsest model stays within them
     */
    public List<Surface> model(Palette palette, long seed, int maxTriangles) {
        double detail = FINEST;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var solids = plan.build(new Workbench(detail), palette, new SplitMix(seed));
            int triangles = solids.stream().mapToInt(s -> s.triangles().length / 3).sum();
            if (triangles <= maxTriangles) {
                return Surfaces.of(solids);
            }
            detail *= Math.min(0.97, Math.sqrt(0.97 * maxTriangles / triangles));
        }
        throw new IllegalArgumentException(this + " cannot be made of " + maxTriangles + " triangles");
    }

    private static final double FINEST = 1.0;
    private static final int ATTEMPTS = 12;

    /** How a prize is made. */
    @FunctionalInterface
    interface Plan {
        List<Solid> build(Workbench bench, Palette palette, SplitMix random);
    }
}
