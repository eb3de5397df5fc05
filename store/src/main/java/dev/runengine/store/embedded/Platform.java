package dev.runengine.store.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the server binaries need of the machine: Linux on x86-64 with the GNU C library. */
record Platform(String system, String processor, boolean gnuLibrary) {
    private static final Path GNU_LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");

    static Platform current() {
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"), Files.exists(GNU_LOADER));
    }

    void requireSupported() {
        if (!system.equals("Linux") || !processor.equals("amd64") || !gnuLibrary) {
            throw new DatabaseUnavailableException(
                    "the embedded PostgreSQL runs on Linux x86-64 with glibc only, and this is %s %s%s: %s"
                            .formatted(
                                    system,
                                    processor,
                                    gnuLibrary ? "" : " without " + GNU_LOADER,
                                    DatabaseUnavailableException.USE_YOUR_OWN));
        }
    }
}
