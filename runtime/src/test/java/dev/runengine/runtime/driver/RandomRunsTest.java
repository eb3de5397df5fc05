package dev.runengine.runtime.driver;

import static dev.runengine.runtime.testing.TestSkills.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.workflow.WorkflowBuilder;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestFlows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random workflows through the real driver, with skills that answer at once. Run one again with {@code -Dseed=N}. */
class RandomRunsTest {
    private static final int SEEDS = 500;

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.range(0, SEEDS) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRunEndsAndNoStepStartsBeforeItsDependencies(long seed) throws InterruptedException {
        var random = new Random(seed);
        var workflow = workflow(random);
        boolean luckless = random.nextInt(3) == 0;
        var unlucky = "s" + random.nextInt(workflow.build().steps().size());
        var breaches = new CopyOnWriteArrayList<String>();
        var builder = TestEngine.with(workflow).listener((after, transition, _) -> check(after, transition, breaches));
        if (luckless) {
            builder.skill(unlucky, _ -> new Result.Failed(new SkillFailure.Rejected("out of luck")));
        } else {
            builder.skill(unlucky, request -> ok(Json.of(request.skillId())));
        }
        try (var engine = builder.start()) {
            var ended = engine.awaitEnd(engine.trigger("random"));

            assertThat(ended.status()).isEqualTo(luckless ? RunStatus.FAILED : RunStatus.COMPLETED);
            assertThat(engine.skills().executed()).as("each at most once").doesNotHaveDuplicates();
            if (!luckless) {
                assertThat(ended.steps().completed()).isEqualTo(ended.steps().total());
            }
        }
        assertThat(breaches).isEmpty();
    }

    private static void check(RunState after, Transition transition, List<String> breaches) {
        if (transition instanceof Transition.StepMoved(int step, var _, StepState.Executing _)) {
            for (int dependency : after.workflow().dependencies(step)) {
                if (!(after.step(dependency) instanceof StepState.Done)) {
                    breaches.add(step + " started before " + dependency + " was done");
                }
            }
        }
    }

    private static WorkflowBuilder workflow(Random random) {
        var lines = new ArrayList<String>();
        int size = 1 + random.nextInt(30);
        int most = random.nextInt(4);
        for (int step = 0; step < size; step++) {
            var dependencies = new TreeSet<String>();
            for (int i = 0; i < most && step > 0; i++) {
                dependencies.add("s" + random.nextInt(step));
            }
            lines.add("s" + step + (dependencies.isEmpty() ? "" : " <- " + String.join(" ", dependencies)));
        }
        return TestFlows.flow("random", lines.toArray(String[]::new));
    }
}
