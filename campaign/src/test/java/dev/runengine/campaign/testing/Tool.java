package dev.runengine.campaign.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of somebody else that judges what ours have made. */
public record Tool(Path program) {
    /** @throws org.opentest4j.TestAbortedException when it is not installed: the test is skipped and says why */
    public static Tool required(String name, String debianPackage) {
        var program = onPath(name);
        assumeTrue(
                program.isPresent(),
                () -> "there is no " + name + " on the PATH; install the Debian package " + debianPackage);
        return new Tool(program.orElseThrow());
    }

    /** What it prints, to either stream; it must be content. */
    public String run(String... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Optional<Path> onPath(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
