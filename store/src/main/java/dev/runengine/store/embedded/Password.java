package dev.runengine.store.embedded;

import dev.runengine.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The database owner's generated password, in a file that only the caller's account can read. */
final class Password {
    private static final int BYTES = 24;

    private Password() {}

    static String readOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Disk.replace(file, Base64.getUrlEncoder().encodeToString(random) + "\n");
        }
        return Files.readString(file).strip();
    }
}
