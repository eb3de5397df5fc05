package dev.runengine.store.home;

import java.nio.file.Path;

/** A program that asks for a home folder, announces a port if it gets it, prints the answer and waits to be killed. */
final class HomeOwner {
    static final int PORT = 3001;

    private HomeOwner() {}

    public static void main(String[] arguments) throws Exception {
        HomeFolder answer = HomeFolder.acquire(Path.of(arguments[0]));
        if (answer instanceof HomeFolder.Owned owned) {
            owned.announce(PORT);
        }
        System.out.println(answer.getClass().getSimpleName());
        Thread.currentThread().join();
    }
}
