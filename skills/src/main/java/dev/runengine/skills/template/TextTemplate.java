package dev.runengine.skills.template;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JString;
import dev.runengine.skills.typed.SkillException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text with holes. Immutable. */
public final class TextTemplate {
    private static final Pattern HOLE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private sealed interface Piece {}

    private record Literal(String text) implements Piece {}

    private record Filled(Hole hole) implements Piece {}

    private final List<Piece> pieces;

    private TextTemplate(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** @throws IllegalArgumentException for a hole that is none */
    public static TextTemplate compile(String text) {
        var pieces = new ArrayList<Piece>();
        var matcher = HOLE.matcher(text);
        int done = 0;
        while (matcher.find()) {
            if (matcher.start() > done) {
                pieces.add(new Literal(text.substring(done, matcher.start())));
            }
            pieces.add(new Filled(Hole.parse(matcher.group(1))));
            done = matcher.end();
        }
        if (done < text.length()) {
            pieces.add(new Literal(text.substring(done)));
        }
        return new TextTemplate(pieces);
    }

    public Stream<Hole> holes() {
        return pieces.stream().flatMap(piece -> piece instanceof Filled(var hole) ? Stream.of(hole) : Stream.empty());
    }

    /** @throws SkillException when a hole stays empty */
    public String fill(Scope scope) throws SkillException {
        return fill(scope, UnaryOperator.identity());
    }

    /** @param encoding of what is filled in, unless a hole is all there is */
    public String fill(Scope scope, UnaryOperator<String> encoding) throws SkillException {
        var alone = onlyHole();
        if (alone.isPresent()) {
            return text(value(alone.get(), scope));
        }
        var text = new StringBuilder();
        for (var piece : pieces) {
            text.append(
                    switch (piece) {
                        case Literal(var literal) -> literal;
                        case Filled(var hole) -> encoding.apply(text(value(hole, scope)));
                    });
        }
        return text.toString();
    }

    /** The hole that is the whole template, which can therefore be filled with any kind of value. */
    Optional<Hole> onlyHole() {
        return pieces.size() == 1 && pieces.getFirst() instanceof Filled(var hole)
                ? Optional.of(hole)
                : Optional.empty();
    }

    private static Json value(Hole hole, Scope scope) throws SkillException {
        return scope.find(hole)
                .or(hole::otherwise)
                .orElseThrow(() -> SkillException.broken("the binding needs " + hole + ", and there is nothing;"
                        + " correct the pointer, or say with |... what to take instead"));
    }

    private static String text(Json value) {
        return value instanceof JString(var text) ? text : value.toString();
    }
}
