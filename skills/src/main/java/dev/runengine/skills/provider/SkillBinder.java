package dev.runengine.skills.provider;

import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.text.Nearest;
import dev.runengine.skills.catalog.SkillPack;
import dev.runengine.skills.http.Secrets;
import dev.runengine.skills.job.HttpSkill;
import dev.runengine.skills.llm.ChatSkill;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Exchanges skills for bound ones; goes on after a problem, so that a person sees all of them at once. */
final class SkillBinder {
    private final Secrets secrets;
    private final HttpSkill.Surroundings around;
    private final List<String> problems;
    private final Map<String, Optional<BoundService>> services = new LinkedHashMap<>();

    SkillBinder(Secrets secrets, HttpSkill.Surroundings around, List<String> problems) {
        this.secrets = secrets;
        this.around = around;
        this.problems = problems;
    }

    List<SkillPack> bind(BindingsFile file, List<SkillPack> packs) {
        readServices(new Members(file.providers(), JsonPointer.of("providers")));
        var bindings = new Members(file.skills(), JsonPointer.of("skills"));
        refuseUnknown(bindings, packs);
        return packs.stream()
                .<SkillPack>map(pack -> new BoundPack(
                        pack,
                        pack.skills().stream()
                                .map(skill -> bindings.inner(skill.descriptor().id())
                                        .flatMap(binding -> bound(skill, binding))
                                        .orElse(skill))
                                .toList()))
                .toList();
    }

    private void readServices(Members providers) {
        providers
                .object()
                .members()
                .keySet()
                .forEach(name -> services.put(name, BoundService.read(providers.required(name), secrets, problems)));
    }

    private void refuseUnknown(Members bindings, List<SkillPack> packs) {
        Set<String> known = packs.stream()
                .flatMap(pack -> pack.skills().stream())
                .map(skill -> skill.descriptor().id())
                .collect(Collectors.toCollection(TreeSet::new));
        bindings.object().members().keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(
                        id -> problems.add(bindings.place(id) + ": there is no skill " + id + Nearest.hint(id, known)));
    }

    private Optional<Skill> bound(Skill local, Members binding) {
        try {
            return service(binding)
                    .map(service -> withFallback(provided(local.descriptor(), binding, service), local, binding));
        } catch (JsonMismatchException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Empty for one whose own problems are named already. */
    private Optional<BoundService> service(Members binding) {
        var name = binding.all().text("provider");
        var service = services.get(name);
        if (service == null) {
            throw new JsonMismatchException(
                    binding.place("provider"),
                    "there is no provider " + name + "; there are " + String.join(", ", services.keySet()));
        }
        return service;
    }

    private Skill provided(SkillDescriptor contract, Members binding, BoundService service) {
        var chat = binding.inner("chat");
        var http = binding.inner("http");
        if (chat.isPresent() == http.isPresent()) {
            throw new JsonMismatchException(binding.at(), "say how the provider does it, with either chat or http");
        }
        return chat.map(settings -> chatting(contract, binding, settings, service))
                .orElseGet(() -> calling(contract, binding, http.orElseThrow(), service));
    }

    private Skill chatting(SkillDescriptor contract, Members binding, Members chat, BoundService service) {
        if (!ChatSkill.canMake(contract)) {
            throw new JsonMismatchException(
                    chat.at(),
                    "a language model cannot make " + String.join(", ", contract.produces())
                            + "; describe a service with http");
        }
        var settings = ChatReader.read(chat, service, contract.id());
        var implementation = Implementation.ofModel(settings.model(), service, chat.object());
        return new ChatSkill(
                descriptor(contract, implementation, timeLimit(contract, binding)),
                settings,
                around.calls(),
                around.schemas(),
                around.clock());
    }

    private Skill calling(SkillDescriptor contract, Members binding, Members http, BoundService service) {
        var implementation = Implementation.ofService(binding.all().text("provider"), service, http.object());
        return new HttpSkill(
                descriptor(contract, implementation, timeLimit(contract, binding)),
                HttpReader.read(http, service, contract),
                around);
    }

    private Skill withFallback(Skill provided, Skill local, Members binding) {
        return binding.text("fallback").isEmpty()
                ? provided
                : new FallbackSkill(
                        descriptor(
                                local.descriptor(),
                                provided.descriptor().implementation() + "|"
                                        + local.descriptor().implementation(),
                                provided.descriptor()
                                        .timeLimit()
                                        .plus(local.descriptor().timeLimit())),
                        provided,
                        local,
                        around.clock());
    }

    private static Duration timeLimit(SkillDescriptor contract, Members binding) {
        return binding.seconds("timeLimitSec", contract.timeLimit().toSeconds());
    }

    private static SkillDescriptor descriptor(SkillDescriptor contract, String implementation, Duration timeLimit) {
        return new SkillDescriptor(
                contract.id(),
                contract.version(),
                implementation,
                contract.title(),
                contract.description(),
                contract.tags(),
                contract.inputSchema(),
                contract.outputSchema(),
                contract.produces(),
                timeLimit);
    }
}
