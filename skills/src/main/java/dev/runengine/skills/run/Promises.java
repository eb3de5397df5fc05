package dev.runengine.skills.run;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.skill.SkillFailure.Broken;
import dev.runengine.core.skill.SkillFailure.InvalidOutput;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.skills.json.StorableJson;
import dev.runengine.skills.run.Execution.Failed;
import dev.runengine.skills.run.Execution.Finished;
import dev.runengine.skills.run.Execution.Outcome;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a skill promises with its result: data that fits its output schema and can be kept, files that stay as they were
 * published, and no address of a file that it neither published nor was given.
 */
record Promises(SchemaCheck schemas, ExecutionRequest request, WorkspaceContext context) {

    Outcome keep(SkillResult.Succeeded result) {
        var descriptor = request.skill().descriptor();
        try {
            var files = context.published();
            var problems = Problems.firstOf(List.of(
                    () -> StorableJson.problems(result.data()),
                    () -> schemas.check(descriptor.outputSchema(), result.data()),
                    () -> strangers(result, files)));
            return problems.isEmpty()
                    ? new Finished(result, files)
                    : new Failed(new InvalidOutput(
                            Problems.message(
                                    "the output of skill " + descriptor.id() + " is not what it promises", problems),
                            problems));
        } catch (IOException e) {
            return new Failed(new Broken("skill " + descriptor.id() + " broke its promise: " + e.getMessage()));
        }
    }

    private List<Problem> strangers(SkillResult.Succeeded result, List<PublishedFile> files) {
        var known = knownAddresses(files);
        return AddressText.findIn(result.data()).stream()
                .filter(found -> !known.contains(found.text()))
                .map(found -> new Problem(
                        found.place().toString(),
                        "names a file that the skill has neither published nor been given: " + found.text()))
                .toList();
    }

    /** As texts: an input may hold what only looks like an address, and a skill may repeat its input. */
    private Set<String> knownAddresses(List<PublishedFile> files) {
        var known = new HashSet<String>();
        files.forEach(file -> known.add(new ArtifactAddress(file.hash()).uri()));
        context.fetchedAddresses().forEach(address -> known.add(address.uri()));
        AddressText.findIn(request.input()).forEach(found -> known.add(found.text()));
        return known;
    }
}
