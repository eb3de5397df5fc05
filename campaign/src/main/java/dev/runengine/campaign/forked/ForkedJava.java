package dev.runengine.campaign.forked;

import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A main class of ours to be run in a child JVM: fed through its standard input, answering on its standard output,
 * leaving files in its workspace. Immutable; one value may be run many times and by many threads.
 *
 * @param main its {@code main} method is the program; it ends with exit code 0 when all is well, and says on standard
 *     error what is wrong otherwise
 * @param arguments of the main method
 * @param heapMegabytes the limit of the child's Java heap; native memory comes on top
 * @param properties system properties of the child
 */
public record ForkedJava(
        Class<?> main, List<String> arguments, int heapMegabytes, SequencedMap<String, String> properties) {

    /** Writes the program's input. Runs on a thread of its own; the stream is closed for it. */
    @FunctionalInterface
    public interface Feed {
        void writeTo(OutputStream input) throws SkillException, IOException, InterruptedException;
    }

    public ForkedJava {
        arguments = List.copyOf(arguments);
        properties = new TreeMap<>(properties);
    }

    public static ForkedJava of(Class<?> main, String... arguments) {
        return new ForkedJava(main, List.of(arguments), 64, new TreeMap<>());
    }

    public ForkedJava withHeapMegabytes(int megabytes) {
        return new ForkedJava(main, arguments, megabytes, properties);
    }

    public ForkedJava withProperty(String name, String value) {
        var more = new TreeMap<>(properties);
        more.put(name, value);
        return new ForkedJava(main, arguments, heapMegabytes, more);
    }

    /**
     * Runs the program to its end. When this returns or throws, the child is gone and the feed has ended.
     *
     * @param workspace the child's working directory; a crash report of the JVM lands there
     * @return what it wrote to its standard output, at most {@value Child#MAX_OUTPUT} bytes: large results belong into
     *     files
     * @throws SkillException broken, with the end of its standard error, when the program crashed or gave up; or
     *     whatever the feed threw
     * @throws InterruptedException when the calling thread was interrupted; the child has been killed
     */
    public byte[] run(Path workspace, Feed feed) throws SkillException, IOException, InterruptedException {
        try (var child = Child.start(CommandLine.of(this), main.getSimpleName(), workspace, feed)) {
            return child.await();
        }
    }

    /** {@link #run(Path, Feed)} with all the input at hand. */
    public byte[] run(Path workspace, byte[] input) throws SkillException, IOException, InterruptedException {
        return run(workspace, stdin -> stdin.write(input));
    }

    List<String> systemProperties() {
        var flags = new ArrayList<String>();
        properties.forEach((name, value) -> flags.add("-D" + name + "=" + value));
        return flags;
    }
}
