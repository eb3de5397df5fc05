package dev.runengine.cli.command;

import dev.runengine.client.CacheFilter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which cached results a command is about. */
final class CacheFilterOptions {
    @Option(names = "--workflow", paramLabel = "NAME", description = "Only results of this workflow.")
    private Optional<String> workflow = Optional.empty();

    @Option(names = "--step", paramLabel = "STEP", description = "Only results of this step.")
    private Optional<String> step = Optional.empty();

    @Option(names = "--input", paramLabel = "HASH", description = "Only results of this input, 64 hexadecimal digits.")
    private Optional<String> inputHash = Optional.empty();

    @Option(names = "--skill-version", paramLabel = "VERSION", description = "Only results of this skill version.")
    private Optional<String> skillVersion = Optional.empty();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only results with this tag.")
    private Optional<String> tag = Optional.empty();

    CacheFilter filter() {
        return new CacheFilter(workflow, step, inputHash, skillVersion, tag);
    }
}
