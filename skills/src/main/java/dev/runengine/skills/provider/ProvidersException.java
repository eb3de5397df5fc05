package dev.runengine.skills.provider;

import java.nio.file.Path;
import java.util.List;

/** Bindings that cannot be used. The message lists every problem with its place; no secret is in it. */
public final class ProvidersException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProvidersException(Path file, List<String> problems) {
        super("the providers in " + file + " cannot be used:\n- " + String.join("\n- ", problems));
    }
}
