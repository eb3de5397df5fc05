package dev.runengine.server.settings;

import dev.runengine.skills.catalog.SkillPack;
import dev.runengine.store.redis.RedisAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * How to run a server.
 *
 * @param home the data folder
 * @param address where to listen; absent for this machine only without an issuer, everywhere with one
 * @param port of the API; 0 for any free one
 * @param opsPort of health and metrics; 0 for any free one
 * @param database absent for the embedded one
 * @param redis what nodes share hot results in; absent for each in its own memory
 * @param artifacts the folder of artifacts; absent for one in the data folder
 * @param issuer absent for development: this machine only, one tenant, no tokens
 * @param lease how long a worker that is not heard of keeps its runs
 * @param packs the skills and workflows that can be run
 * @param maxBodyBytes of a request
 */
public record ServerOptions(
        Path home,
        Optional<String> address,
        int port,
        int opsPort,
        Optional<Database> database,
        Optional<RedisAddress> redis,
        Optional<Path> artifacts,
        Set<Role> roles,
        Optional<Issuer> issuer,
        Duration lease,
        List<SkillPack> packs,
        int maxBodyBytes) {
    private static final int API_PORT = 3001;
    private static final int OPS_PORT = 3002;
    private static final int MEBIBYTE = 1 << 20;
    private static final Duration LEASE = Duration.ofSeconds(15);

    public ServerOptions {
        roles = Set.copyOf(roles);
        packs = List.copyOf(packs);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a server needs a role: api, worker or both (RUN_ENGINE_ROLES)");
        }
    }

    /** With every pack on the class path. */
    public static ServerOptions of(Path home) {
        var packs = ServiceLoader.load(SkillPack.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return of(home, packs);
    }

    public static ServerOptions of(Path home, List<SkillPack> packs) {
        return new ServerOptions(
                home,
                Optional.empty(),
                API_PORT,
                OPS_PORT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Role.values()),
                Optional.empty(),
                LEASE,
                packs,
                MEBIBYTE);
    }

    public ServerOptions withPorts(int api, int ops) {
        return new ServerOptions(
                home, address, api, ops, database, redis, artifacts, roles, issuer, lease, packs, maxBodyBytes);
    }

    public ServerOptions withAddress(String host) {
        return new ServerOptions(
                home,
                Optional.of(host),
                port,
                opsPort,
                database,
                redis,
                artifacts,
                roles,
                issuer,
                lease,
                packs,
                maxBodyBytes);
    }

    public ServerOptions withIssuer(Issuer who) {
        return new ServerOptions(
                home,
                address,
                port,
                opsPort,
                database,
                redis,
                artifacts,
                roles,
                Optional.of(who),
                lease,
                packs,
                maxBodyBytes);
    }

    public Path artifactsFolder() {
        return artifacts.orElseGet(() -> home.resolve("artifacts"));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
