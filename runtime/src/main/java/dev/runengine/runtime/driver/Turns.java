package dev.runengine.runtime.driver;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.run.Command;
import dev.runengine.core.run.Decision;
import dev.runengine.core.run.Inputs;
import dev.runengine.core.run.RunEvent;
import dev.runengine.core.run.RunMachine;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.Transition;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a turn: decides on events until nothing more follows from them without executing a skill. Inputs are resolved and
 * the cache is asked on the way, so a cascade of hits is one turn, and one commit.
 */
record Turns(Surroundings surroundings) {

    Decision take(RunState state, List<RunEvent> events, GoneHits gone, TakenFlights taken) {
        var turn = new Progress(state);
        events.forEach(turn::decide);
        while (true) {
            if (!turn.resolves.isEmpty()) {
                turn.decide(resolve(turn.state, turn.resolves.poll()));
            } else if (!turn.lookUps.isEmpty()) {
                lookUp(List.copyOf(turn.lookUps), gone, taken, turn);
            } else {
                return new Decision(turn.state, turn.transitions, turn.commands);
            }
        }
    }

    private RunEvent resolve(RunState state, Command.Resolve command) {
        var step = state.workflow().step(command.step());
        var now = now();
        var skill = surroundings.skills().find(step.skill());
        if (skill.isEmpty()) {
            return new RunEvent.InputUnresolved(
                    command.step(), "step " + step.id() + ": no skill " + step.skill() + " on this worker", now);
        }
        return switch (Inputs.prepare(
                state.workflow(), command.step(), state, skill.get().skillVersion())) {
            case Inputs.Answer.Ready(var prepared) ->
                new RunEvent.InputResolved(
                        command.step(), prepared, surroundings.host().newId(), now);
            case Inputs.Answer.Missing(var message) -> new RunEvent.InputUnresolved(command.step(), message, now);
        };
    }

    /** All that a turn asks of the cache is asked at once. */
    private void lookUp(List<Command.LookUp> commands, GoneHits gone, TakenFlights taken, Progress turn) {
        turn.lookUps.clear();
        var answers = gone.ask(surroundings.cache().forStepsOf(turn.state.workflow()), commands);
        for (var command : commands) {
            var answer = answers.getOrDefault(command.key(), new CacheAnswer.Unavailable("the cache did not answer"));
            turn.decide(new RunEvent.LookedUp(
                    command.step(),
                    taken.answer(command.step(), answer),
                    surroundings.host().newId(),
                    now()));
        }
    }

    private Instant now() {
        return surroundings.now();
    }

    /** The decisions of a turn, one after the other. */
    private static final class Progress {
        final List<Transition> transitions = new ArrayList<>();
        final List<Command> commands = new ArrayList<>();
        final ArrayDeque<Command.Resolve> resolves = new ArrayDeque<>();
        final ArrayDeque<Command.LookUp> lookUps = new ArrayDeque<>();
        RunState state;

        Progress(RunState state) {
            this.state = state;
        }

        void decide(RunEvent event) {
            var decision = RunMachine.decide(state, event);
            state = decision.next();
            transitions.addAll(decision.transitions());
            for (var command : decision.commands()) {
                switch (command) {
                    case Command.Resolve resolve -> resolves.add(resolve);
                    case Command.LookUp lookUp -> lookUps.add(lookUp);
                    case Command.Execute _, Command.Interrupt _, Command.SetTimer _ -> commands.add(command);
                    case Command.JobKept _, Command.Await _ -> commands.add(command);
                }
            }
        }
    }
}
