package dev.runengine.campaign.intelligence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be won and what it roughly costs, in euros: {@code prizes.json} beside this class.
 *
 * @param byTheme grand, main and consolation prize of a theme
 */
record PrizeLexicon(List<Thing> things, Map<String, List<Prize>> byTheme) {
    static final PrizeLexicon SHIPPED = read("prizes.json");

    /**
     * @param given whether its words say by themselves that it is given away: a voucher is, a phone may be what one plays on
     * @param valued whether it is worth what the brief says, as a voucher is
     */
    record Thing(String name, double cost, boolean given, boolean valued, List<String> words) {}

    record Prize(String name, double cost) {}

    /** Of a theme without prizes of its own: those of any celebration. */
    List<Prize> of(String theme) {
        return byTheme.getOrDefault(theme, Objects.requireNonNull(byTheme.get("celebration")));
    }

    private static PrizeLexicon read(String resource) {
        try (var in = Objects.requireNonNull(PrizeLexicon.class.getResourceAsStream(resource), resource)) {
            return new JsonMapper().readValue(in, PrizeLexicon.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
