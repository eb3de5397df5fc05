package dev.runengine.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.workflow.DependencyGraph.Result.Acyclic;
import dev.runengine.core.workflow.DependencyGraph.Result.Cyclic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DependencyGraphTest {

    /** 0 -> 1, 2; 1 and 2 -> 3; 4 alone. */
    private final DependencyGraph diamond = acyclic(new int[][] {{}, {0}, {0}, {1, 2}, {}});

    @Test
    void everyStepComesAfterItsDependencies() {
        assertThat(diamond.topologicalOrder()).containsExactly(0, 4, 1, 2, 3);
    }

    @Test
    void entriesWaitForNothingAndNothingWaitsForTerminals() {
        assertThat(diamond.entries()).isEqualTo(StepSet.of(0, 4));
        assertThat(diamond.terminals()).isEqualTo(StepSet.of(3, 4));
    }

    @Test
    void successorsAreTheStepsThatWaitInDeclarationOrder() {
        assertThat(diamond.successors(0)).containsExactly(1, 2);
        assertThat(diamond.successors(3)).isEmpty();
        assertThat(diamond.dependencies(3)).containsExactly(1, 2);
    }

    @Test
    void downstreamIsTheSeedsAndAllThatFollows() {
        assertThat(diamond.downstream(StepSet.of(1))).isEqualTo(StepSet.of(1, 3));
        assertThat(diamond.downstream(StepSet.of(0, 4))).isEqualTo(StepSet.all(5));
        assertThat(diamond.downstream(StepSet.EMPTY).isEmpty()).isTrue();
    }

    @Test
    void ancestorsAreAllThatMustBeDoneBefore() {
        assertThat(diamond.ancestors(3)).isEqualTo(StepSet.of(0, 1, 2));
        assertThat(diamond.ancestors(0)).isEqualTo(StepSet.EMPTY);
    }

    @Test
    void aCycleIsNamedFromItsSmallestStepInTheDirectionOfTheData() {
        assertThat(DependencyGraph.of(new int[][] {{}, {0, 3}, {1}, {2}, {3}})).isEqualTo(new Cyclic(List.of(1, 2, 3)));
        assertThat(DependencyGraph.of(new int[][] {{1}, {0}})).isEqualTo(new Cyclic(List.of(0, 1)));
        assertThat(DependencyGraph.of(new int[][] {{0}})).isEqualTo(new Cyclic(List.of(0)));
    }

    @Test
    void stepsBehindACycleAreNotPartOfIt() {
        assertThat(DependencyGraph.of(new int[][] {{1}, {2}, {1}})).isEqualTo(new Cyclic(List.of(1, 2)));
    }

    @Test
    void theGraphKeepsNothingThatItsCallersCanChange() {
        diamond.successors(0)[0] = 99;
        diamond.topologicalOrder()[0] = 99;
        assertThat(diamond.successors(0)).containsExactly(1, 2);
        assertThat(diamond.topologicalOrder()[0]).isZero();
    }

    @Test
    @Timeout(60)
    void fiftyThousandStepsInAChainAreNoProblem() {
        int n = 50_000;
        var chain = acyclic(IntStream.range(0, n)
                .mapToObj(i -> i == 0 ? new int[0] : new int[] {i - 1})
                .toArray(int[][]::new));
        assertThat(chain.downstream(StepSet.of(0)).size()).isEqualTo(n);
        assertThat(chain.ancestors(n - 1).size()).isEqualTo(n - 1);
        var ring = DependencyGraph.of(
                IntStream.range(0, n).mapToObj(i -> new int[] {(i + n - 1) % n}).toArray(int[][]::new));
        assertThat(((Cyclic) ring).steps()).hasSize(n).startsWith(0, 1, 2);
    }

    @Test
    void randomGraphsAreOrderedAndTheirClosuresAgreeWithASlowSearch() {
        var random = new Random(11);
        for (int round = 0; round < 100; round++) {
            var graph = acyclic(randomDag(random, 1 + random.nextInt(30)));
            var position = new int[graph.size()];
            var order = graph.topologicalOrder();
            IntStream.range(0, order.length).forEach(i -> position[order[i]] = i);
            for (int step = 0; step < graph.size(); step++) {
                int self = step;
                assertThat(IntStream.of(graph.dependencies(step)))
                        .allMatch(dependency -> position[dependency] < position[self]);
                for (int other = 0; other < graph.size(); other++) {
                    boolean reachable = waitsFor(graph, other, step);
                    assertThat(graph.ancestors(other).contains(step)).isEqualTo(reachable);
                    assertThat(graph.downstream(StepSet.of(step)).contains(other))
                            .isEqualTo(reachable || other == step);
                }
            }
        }
    }

    @Test
    void aRandomGraphWithAnEdgeBackHasACycleThatIsOne() {
        var random = new Random(12);
        for (int round = 0; round < 300; round++) {
            var edges = randomDag(random, 3 + random.nextInt(20));
            for (int i = 0; i < 3; i++) {
                int step = random.nextInt(edges.length);
                edges[step] = Arrays.copyOf(edges[step], edges[step].length + 1);
                edges[step][edges[step].length - 1] = random.nextInt(edges.length);
            }
            if (DependencyGraph.of(edges) instanceof Cyclic(var cycle)) {
                assertThat(new HashSet<>(cycle)).hasSameSizeAs(cycle);
                for (int i = 0; i < cycle.size(); i++) {
                    assertThat(edges[cycle.get((i + 1) % cycle.size())]).contains(cycle.get(i));
                }
            }
        }
    }

    /** Edges between shuffled numbers, so that declaration order is no topological order. */
    private static int[][] randomDag(Random random, int size) {
        var names = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(names, random);
        var edges = new int[size][];
        for (int i = 0; i < size; i++) {
            int rank = i;
            edges[names.get(i)] = IntStream.range(0, i)
                    .filter(j -> random.nextInt(rank) < 2)
                    .map(names::get)
                    .toArray();
        }
        return edges;
    }

    private static boolean waitsFor(DependencyGraph graph, int step, int ancestor) {
        return Arrays.stream(graph.dependencies(step))
                .anyMatch(dependency -> dependency == ancestor || waitsFor(graph, dependency, ancestor));
    }

    private static DependencyGraph acyclic(int[][] dependencies) {
        return ((Acyclic) DependencyGraph.of(dependencies)).graph();
    }
}
