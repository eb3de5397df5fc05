package dev.runengine.store.embedded;

import java.nio.file.Path;

/** A program that starts a server, says on which port, and waits to be killed. */
final class OrphanMaker {
    private OrphanMaker() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]));
        System.out.println(postgres.port());
        Thread.currentThread().join();
    }
}
