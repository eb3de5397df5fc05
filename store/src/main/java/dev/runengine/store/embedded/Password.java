package dev.runengine.store.embedded;

import dev.runengine.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;

/** The database owner's generated password, in a file that only the caller's account can read. */
final class Password {
    private static final int BYTES = 24;

    private Password() {}

    static String readOrCreate(Layout layout) throws IOException {
        if (!Files.exists(layout.password())) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Disk.replace(layout.password(), Base64.getUrlEncoder().encodeToString(random) + "\n");
        }
        return read(layout);
    }

    static String read(Layout layout) throws IOException {
        if (!Files.exists(layout.password())) {
            throw new DatabaseUnavailableException("%s is missing, and %s cannot be opened without it: put it back"
                    .formatted(layout.password(), layout.data()));
        }
        return Files.readString(layout.password()).strip();
    }
}
