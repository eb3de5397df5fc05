package dev.runengine.cli.demo;

import dev.runengine.cli.connection.Connection;
import dev.runengine.cli.console.Console;
import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.json.JsonFiles;
import dev.runengine.cli.output.OutputFolder;
import dev.runengine.cli.output.RunFiles;
import dev.runengine.cli.progress.RunWatch;
import dev.runengine.cli.progress.Snapshot;
import dev.runengine.client.RunEngineClient;
import dev.runengine.client.wire.CacheFlags;
import dev.runengine.client.wire.ChangeRequestBody;
import dev.runengine.client.wire.RunAccepted;
import dev.runengine.client.wire.TriggerBody;
import dev.runengine.client.wire.UpdateBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Builds the sample campaign, changes its music, and shows what the change cost and what it did not. */
public final class Demo {
    private static final String WORKFLOW = "campaign.build.v1";
    private static final String BRIEF = "brew-and-win.json";

    private final RunEngineClient client;
    private final Console console;
    private final RunWatch watch;
    private final boolean reuse;

    /** @param reuse whether results of earlier demonstrations may be taken; else everything is made anew */
    public Demo(Connection connection, Console console, boolean reuse) {
        this.client = connection.client();
        this.console = console;
        this.watch = new RunWatch(connection, console, InstantSource.system());
        this.reuse = reuse;
    }

    /** @throws CommandFailure when a run does not end as it must */
    public void writeTo(OutputFolder out) throws IOException {
        console.say("Building the sample campaign: examples/" + BRIEF);
        var build = follow(client.trigger(firstBuild()));
        Expectation.FIRST_BUILD.check(build, reuse);
        console.say("");
        console.say("Changing the music: audio.update, epic and a fifth louder");
        var update = follow(client.update(build.run().id(), newMusic()));
        Expectation.AUDIO_UPDATE.check(update, reuse);
        out.replace(folder -> {
            RunFiles.of(client, build.run().id()).unpackGame(folder.resolve("before"));
            var files = RunFiles.of(client, update.run().id());
            files.writeTo(folder.resolve("campaign"));
            files.unpackGame(folder.resolve("game"));
        });
        new Summary(build, update).lines(out.path()).forEach(console::print);
    }

    private Snapshot follow(RunAccepted accepted) {
        console.say(accepted.message());
        return watch.untilOver(accepted.runId(), Optional.empty());
    }

    private TriggerBody firstBuild() {
        return new TriggerBody(
                WORKFLOW,
                Optional.empty(),
                sampleBrief(),
                cache(),
                Optional.empty(),
                Optional.empty(),
                List.of("demo"));
    }

    private UpdateBody newMusic() {
        JsonNode music =
                JsonNodeFactory.instance.objectNode().put("audioStyle", "epic").put("volumeBoost", 1.2);
        var change = new ChangeRequestBody("audio.update", Optional.of(music));
        return new UpdateBody(change, false, Optional.empty(), cache());
    }

    private Optional<CacheFlags> cache() {
        return reuse ? Optional.empty() : Optional.of(CacheFlags.REFRESH);
    }

    private static JsonNode sampleBrief() {
        try (var resource = Objects.requireNonNull(Demo.class.getResourceAsStream(BRIEF), BRIEF)) {
            return JsonFiles.parse(resource.readAllBytes(), BRIEF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
