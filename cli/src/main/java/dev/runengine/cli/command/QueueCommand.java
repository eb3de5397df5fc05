package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.output.Table;
import dev.runengine.client.RunEngineClient;
import dev.runengine.client.wire.QueueView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "queue", description = "Show the queue of runs, or pause, resume or promote it.")
final class QueueCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Parameters(
            arity = "0..1",
            paramLabel = "WISH",
            defaultValue = "show",
            description = {
                "show (default), pause: no worker takes a run until",
                "resume; promote: delayed runs start now."
            })
    private Wish wish = Wish.show;

    /** As they are written on the command line. */
    private enum Wish {
        show,
        pause,
        resume,
        promote
    }

    QueueCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            show(queues(connection.client()));
        }
        return 0;
    }

    private List<QueueView> queues(RunEngineClient client) {
        return switch (wish) {
            case show -> client.queues().queues();
            case pause -> List.of(client.pauseQueue(RunEngineClient.RUNS));
            case resume -> List.of(client.resumeQueue(RunEngineClient.RUNS));
            case promote -> {
                console.say("Runs that may start now: "
                        + client.promote(RunEngineClient.RUNS).promoted());
                yield client.queues().queues();
            }
        };
    }

    private void show(List<QueueView> queues) {
        var table =
                new Table("QUEUE", "WAITING", "ACTIVE", "DELAYED", "PAUSED", "COMPLETED", "FAILED", "WORKERS", "STATE");
        queues.forEach(queue -> table.row(
                queue.name(),
                queue.waiting(),
                queue.active(),
                queue.delayed(),
                queue.paused(),
                queue.completed(),
                queue.failed(),
                queue.workers(),
                queue.pausedAt().map(since -> "paused since " + since).orElse("open")));
        table.lines().forEach(console::print);
    }
}
