package dev.runengine.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The account PostgreSQL runs under, as the words put before each of its commands. PostgreSQL refuses to run as root;
 * root, common in containers, therefore steps down in one of two ways.
 *
 * @param dataOwner the numeric user that must own the data folder, when it is not the caller
 */
record Account(List<String> prefix, OptionalInt dataOwner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /**
     * The account for a data folder that exists or is to be created.
     *
     * @param works whether a command that does nothing succeeds behind the given prefix
     */
    static Account choose(int caller, OptionalInt dataOwner, Predicate<List<String>> works) {
        if (caller != ROOT) {
            return new Account(List.of(), OptionalInt.empty());
        }
        boolean ownedByAnother = dataOwner.isPresent() && dataOwner.getAsInt() != ROOT;
        Account inNamespace = new Account(List.of("unshare", "--user"), OptionalInt.empty());
        if (!ownedByAnother && works.test(inNamespace.prefix)) {
            return inNamespace;
        }
        Account other = steppingDownTo(ownedByAnother ? dataOwner.getAsInt() : NOBODY);
        if (works.test(other.prefix)) {
            return other;
        }
        throw new DatabaseUnavailableException("PostgreSQL does not run as root, and neither `unshare --user` nor "
                + "`setpriv` (both of util-linux) works here to step down: run as another user, or "
                + DatabaseUnavailableException.USE_YOUR_OWN);
    }

    /**
     * The one privilege kept is to pass folders that only root may enter, as the home folder is. Without the secure bit
     * access(2), with which PostgreSQL checks its own programs, would not count it.
     */
    private static Account steppingDownTo(int user) {
        return new Account(
                List.of(
                        "setpriv",
                        "--reuid=" + user,
                        "--regid=" + user,
                        "--clear-groups",
                        "--securebits=+no_setuid_fixup",
                        "--inh-caps=-all,+dac_override",
                        "--ambient-caps=-all,+dac_override"),
                OptionalInt.of(user));
    }

    static int caller() throws IOException {
        return userOf(Path.of("/proc/self"));
    }

    static OptionalInt ownerOf(Path data) throws IOException {
        return Files.isDirectory(data) ? OptionalInt.of(userOf(data)) : OptionalInt.empty();
    }

    /** Makes the account own a data folder that no server uses. */
    void takeOver(Path data) throws IOException {
        if (dataOwner.isEmpty() || userOf(data) == dataOwner.getAsInt()) {
            return;
        }
        // The folder itself comes last: only then does it count as taken over, should this be cut short.
        try (Stream<Path> tree = Files.walk(data)) {
            for (Path path : tree.toList().reversed()) {
                Files.setAttribute(path, "unix:uid", dataOwner.getAsInt(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int userOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
