package dev.runengine.app;

import dev.runengine.app.launch.HomeServers;
import dev.runengine.app.launch.ServerCommand;
import dev.runengine.cli.command.RunEngineCli;
import dev.runengine.cli.console.Console;
import java.util.List;

/** Where {@code ./run-engine} begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var console = Console.ofProcess();
        var environment = System.getenv();
        var commands = new RunEngineCli(
                console, new HomeServers(console, environment), List.of(new ServerCommand(console, environment)));
        System.exit(commands.execute(arguments));
    }
}
