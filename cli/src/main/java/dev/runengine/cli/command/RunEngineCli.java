package dev.runengine.cli.command;

import dev.runengine.cli.connection.Servers;
import dev.runengine.cli.console.Console;
import dev.runengine.cli.failure.ExitCode;
import dev.runengine.cli.failure.Explanation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The command line {@code run-engine}. */
public final class RunEngineCli {
    private final Console console;
    private final CommandLine line;

    /** @param further commands, each annotated for picocli, that come first */
    public RunEngineCli(Console console, Servers servers, List<Object> further) {
        this.console = console;
        this.line = RootCommand.line();
        further.forEach(line::addSubcommand);
        Supplier<Target> target = () -> new Target(servers);
        List.of(
                        new DemoCommand(console, target.get()),
                        new BuildCommand(console, target.get()),
                        new TriggerCommand(console, target.get()),
                        new UpdateCommand(console, target.get()),
                        new PlanCommand(console, target.get()),
                        new WatchCommand(console, target.get()),
                        new RunsCommand(console, target.get()),
                        new RunCommand(console, target.get()),
                        new WhyCommand(console, target.get()),
                        new CompareCommand(console, target.get()),
                        new CancelCommand(console, target.get()),
                        new PauseCommand(console, target.get()),
                        new ResumeCommand(console, target.get()),
                        new RetryCommand(console, target.get()),
                        new SettleCommand(console, target.get()),
                        new QueueCommand(console, target.get()),
                        CacheCommand.line(console, target),
                        SchedulesCommand.line(console, target),
                        new WorkflowsCommand(console, target.get()),
                        new HelpCommand())
                .forEach(line::addSubcommand);
        describe();
        line.registerConverter(UUID.class, RunEngineCli::runId)
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((e, _) -> misused(e))
                .setExecutionExceptionHandler((e, _, _) -> failed(e));
    }

    /** Runs a command. Nothing is thrown: what went wrong is told, and is the exit code. */
    public int execute(String... arguments) {
        return line.execute(arguments);
    }

    private static UUID runId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new TypeConversionException("'" + text + "' is not the id of a run; 'run-engine runs' lists them");
        }
    }

    private void describe() {
        var codes = new LinkedHashMap<String, String>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(" " + code.number(), code.meaning()));
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(codes);
        everyCommand(line.getCommandSpec());
    }

    private static void everyCommand(CommandSpec command) {
        if (!(command.userObject() instanceof HelpCommand)) {
            command.mixinStandardHelpOptions(true);
        }
        command.version("Run Engine " + version());
        command.usageMessage().sortOptions(false).abbreviateSynopsis(true);
        command.subcommands().values().forEach(child -> everyCommand(child.getCommandSpec()));
    }

    /** Absent where classes do not come from the built archive. */
    private static String version() {
        var version = RunEngineCli.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private int misused(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.say("error: " + e.getMessage());
        console.say("hint: " + command + " --help");
        return ExitCode.USAGE.number();
    }

    private int failed(Exception e) {
        return Explanation.of(e)
                .map(failure -> {
                    failure.lines().forEach(console::say);
                    return failure.code().number();
                })
                .orElseGet(() -> {
                    console.say("error: this should not have happened; please report it with what follows");
                    e.printStackTrace(console.err());
                    console.err().flush();
                    return ExitCode.UNEXPECTED.number();
                });
    }
}
