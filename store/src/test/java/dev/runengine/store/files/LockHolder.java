package dev.runengine.store.files;

import dev.runengine.core.hash.ContentHash;
import java.nio.file.Path;

/** A program that takes the lock of a digest in a folder, says so, and keeps it until it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (var _ = DigestLocks.in(Path.of(arguments[0])).hold(new ContentHash(arguments[1]))) {
            System.out.println("held");
            Thread.currentThread().join();
        }
    }
}
