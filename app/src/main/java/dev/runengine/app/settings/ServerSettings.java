package dev.runengine.app.settings;

import dev.runengine.server.settings.Database;
import dev.runengine.server.settings.Issuer;
import dev.runengine.server.settings.Role;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.skills.catalog.SkillPack;
import dev.runengine.skills.provider.Providers;
import dev.runengine.skills.provider.ProvidersException;
import dev.runengine.store.redis.RedisAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings as the options of a server. */
public final class ServerSettings {
    private static final int HIGHEST_PORT = 65_535;

    private final Settings settings;

    private ServerSettings(Settings settings) {
        this.settings = settings;
    }

    /** @throws SettingsException for a text that means nothing, or more than this version can do */
    public static ServerOptions options(Settings settings) {
        return new ServerSettings(settings).options();
    }

    /** Whether the log is for a collector rather than for a person. @throws SettingsException for another format */
    public static boolean jsonLog(Settings settings) {
        return settings.find(Setting.LOG_FORMAT)
                .map(format -> switch (format.text()) {
                    case "text" -> false;
                    case "json" -> true;
                    default -> throw format.refused("the log is written as text or as json");
                })
                .orElse(false);
    }

    private ServerOptions options() {
        var usual = ServerOptions.of(settings.home());
        return new ServerOptions(
                usual.home(),
                usual.address(),
                port(Setting.PORT, usual.port()),
                port(Setting.OPS_PORT, usual.opsPort()),
                database(),
                redis(),
                artifacts(),
                roles(usual.roles()),
                settings.find(Setting.ISSUER_URI).map(Settings.Sourced::text).map(Issuer::of),
                lease(usual.lease()),
                packs(usual.packs()),
                usual.maxBodyBytes());
    }

    /** The text may hold a password, so a refusal does not repeat it. */
    private Optional<RedisAddress> redis() {
        return settings.find(Setting.REDIS_URL).map(url -> {
            try {
                return RedisAddress.parse(url.text());
            } catch (IllegalArgumentException e) {
                throw new SettingsException(url.source() + " cannot be used: " + e.getMessage());
            }
        });
    }

    private int port(Setting setting, int usual) {
        return settings.find(setting).map(ServerSettings::port).orElse(usual);
    }

    private static int port(Settings.Sourced port) {
        boolean number = port.text().matches("\\d{1,5}");
        if (!number || Integer.parseInt(port.text()) > HIGHEST_PORT) {
            throw port.refused("a port is a number from 1 to 65535, or 0 for any free one");
        }
        return Integer.parseInt(port.text());
    }

    private Optional<Database> database() {
        var user =
                settings.find(Setting.DATABASE_USER).map(Settings.Sourced::text).orElse("");
        var password = settings.find(Setting.DATABASE_PASSWORD)
                .map(Settings.Sourced::text)
                .orElse("");
        return settings.find(Setting.DATABASE_URL).map(url -> {
            if (!url.text().startsWith("jdbc:postgresql:")) {
                throw new SettingsException(url.source()
                        + " must be the JDBC address of a PostgreSQL database, such as"
                        + " jdbc:postgresql://db.example.org:5432/runengine");
            }
            return new Database(url.text(), user, password);
        });
    }

    private Optional<Path> artifacts() {
        return settings.find(Setting.ARTIFACTS).map(folder -> {
            if (folder.text().contains("://")) {
                throw folder.refused("this version keeps artifacts in a folder, so name one");
            }
            return Path.of(folder.text()).toAbsolutePath();
        });
    }

    private List<SkillPack> packs(List<SkillPack> usual) {
        return settings.find(Setting.PROVIDERS).map(file -> bound(usual, file)).orElse(usual);
    }

    private List<SkillPack> bound(List<SkillPack> packs, Settings.Sourced file) {
        try {
            var path = Path.of(file.text()).toAbsolutePath();
            return Providers.bind(path, settings.environment(), packs);
        } catch (ProvidersException e) {
            throw new SettingsException(file.source() + ": " + e.getMessage());
        }
    }

    private Set<Role> roles(Set<Role> usual) {
        return settings.find(Setting.ROLES)
                .map(roles -> Arrays.stream(roles.text().split(","))
                        .map(word -> role(word, roles))
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(usual);
    }

    private static Role role(String word, Settings.Sourced roles) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word.strip()))
                .findAny()
                .orElseThrow(() -> roles.refused("the roles are api, worker, or both with a comma"));
    }

    private Duration lease(Duration usual) {
        return settings.find(Setting.LEASE).map(ServerSettings::lease).orElse(usual);
    }

    /** An ISO 8601 duration, with or without its PT; a plain number is seconds. */
    private static Duration lease(Settings.Sourced lease) {
        var wanted = "a lease is a time such as 15s or PT1M, at least 1s";
        var text = lease.text().toUpperCase(Locale.ROOT);
        try {
            var duration =
                    Duration.parse(text.startsWith("P") ? text : "PT" + text + (text.matches("\\d+") ? "S" : ""));
            if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
                throw lease.refused(wanted);
            }
            return duration;
        } catch (DateTimeParseException _) {
            throw lease.refused(wanted);
        }
    }
}
