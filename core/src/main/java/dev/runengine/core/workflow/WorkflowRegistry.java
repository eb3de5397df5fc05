package dev.runengine.core.workflow;

import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.workflow.Compilation.Compiled;
import dev.runengine.core.workflow.Compilation.Rejected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The workflows that can be run, each version of them. Immutable: registering gives another registry, so whoever holds
 * one sees either all of a registration or nothing of it.
 */
public final class WorkflowRegistry {
    /** Versions that differ only in what follows a + have equal precedence, and are still two versions. */
    private static final Comparator<String> BY_VERSION =
            VersionOrder.BY_PRECEDENCE.thenComparing(Comparator.naturalOrder());

    private final NavigableMap<String, NavigableMap<String, CompiledWorkflow>> byName;

    private WorkflowRegistry(NavigableMap<String, NavigableMap<String, CompiledWorkflow>> byName) {
        this.byName = Collections.unmodifiableNavigableMap(byName);
    }

    public static WorkflowRegistry empty() {
        return new WorkflowRegistry(new TreeMap<>());
    }

    /** What came of a registration. */
    public sealed interface Registration {
        record Registered(WorkflowRegistry registry) implements Registration {}

        /** Nothing was registered. */
        record Refused(List<Refusal> refusals) implements Registration {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /** One workflow that cannot be registered, and all the reasons. */
    public record Refusal(String workflow, String version, List<WorkflowProblem> problems) {
        public Refusal {
            problems = List.copyOf(problems);
        }

        @Override
        public String toString() {
            var text = new StringBuilder("workflow " + workflow + " " + version + " cannot run:");
            problems.forEach(problem -> text.append("\n  - ").append(problem));
            return text.toString();
        }
    }

    public Registration register(WorkflowSpec spec, SkillLookup skills) {
        return registerAll(List.of(spec), skills);
    }

    /**
     * Registers all or none. The workflows may name each other as base workflows, in any order. A version that is
     * registered already stays as it is when its digest is the same, and is refused when it is not.
     */
    public Registration registerAll(Collection<WorkflowSpec> specs, SkillLookup skills) {
        var newest = newest(specs);
        var compiler = new WorkflowCompiler(
                skills,
                name -> Optional.ofNullable(newest.get(name))
                        .or(() -> find(name, Optional.empty()).map(CompiledWorkflow::spec)));
        var next = copy();
        var refusals = new ArrayList<Refusal>();
        for (var spec : specs) {
            switch (compiler.compile(spec)) {
                case Rejected(var problems) -> refusals.add(new Refusal(spec.name(), spec.version(), problems));
                case Compiled(var workflow) -> put(workflow, next).ifPresent(refusals::add);
            }
        }
        return refusals.isEmpty()
                ? new Registration.Registered(new WorkflowRegistry(next))
                : new Registration.Refused(refusals);
    }

    /** Without a version, the newest; a pre-release only when there is nothing else. */
    public Optional<CompiledWorkflow> find(String name, Optional<String> version) {
        var versions = byName.get(name);
        if (versions == null) {
            return Optional.empty();
        }
        return version.isPresent() ? Optional.ofNullable(versions.get(version.get())) : Optional.of(newestOf(versions));
    }

    /** By name, then from the oldest version to the newest. */
    public List<CompiledWorkflow> list() {
        return byName.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    private static CompiledWorkflow newestOf(NavigableMap<String, CompiledWorkflow> versions) {
        return versions.descendingMap().values().stream()
                .filter(workflow -> !VersionOrder.isPreRelease(workflow.version()))
                .findFirst()
                .orElseGet(() -> versions.lastEntry().getValue());
    }

    private static Map<String, WorkflowSpec> newest(Collection<WorkflowSpec> specs) {
        var newest = new HashMap<String, WorkflowSpec>();
        for (var spec : specs) {
            newest.merge(spec.name(), spec, (a, b) -> BY_VERSION.compare(a.version(), b.version()) > 0 ? a : b);
        }
        return newest;
    }

    private static Optional<Refusal> put(
            CompiledWorkflow workflow, NavigableMap<String, NavigableMap<String, CompiledWorkflow>> into) {
        var existing = into.computeIfAbsent(workflow.name(), _ -> new TreeMap<>(BY_VERSION))
                .putIfAbsent(workflow.version(), workflow);
        if (existing == null || existing.digest().equals(workflow.digest())) {
            return Optional.empty();
        }
        var message = "this version is registered with other content (digest " + existing.digest() + ", not "
                + workflow.digest() + "); give the changed workflow a new version";
        return Optional.of(new Refusal(
                workflow.name(),
                workflow.version(),
                List.of(new WorkflowProblem(Optional.empty(), Optional.empty(), message))));
    }

    private NavigableMap<String, NavigableMap<String, CompiledWorkflow>> copy() {
        var copy = new TreeMap<String, NavigableMap<String, CompiledWorkflow>>();
        byName.forEach((name, versions) -> copy.put(name, new TreeMap<>(versions)));
        return copy;
    }
}
