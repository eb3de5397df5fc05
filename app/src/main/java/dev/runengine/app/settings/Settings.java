package dev.runengine.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings as texts: a flag wins over the environment, which wins over {@code run-engine.properties} in the home
 * folder. The file uses the environment's names. An empty text is as good as none.
 */
public final class Settings {
    private static final String FILE = "run-engine.properties";
    private static final String USUAL_HOME = ".run-engine";

    private final Map<Setting, String> flags;
    private final Map<String, String> environment;
    private final Path home;
    private final Properties file;

    private Settings(Map<Setting, String> flags, Map<String, String> environment, Path home, Properties file) {
        this.flags = flags;
        this.environment = environment;
        this.home = home;
        this.file = file;
    }

    /** @throws SettingsException for a file that sets what does not exist */
    public static Settings of(Map<Setting, String> flags, Map<String, String> environment) {
        var home = Optional.ofNullable(flags.get(Setting.HOME))
                .or(() -> Optional.ofNullable(environment.get(Setting.HOME.variable())))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), USUAL_HOME))
                .toAbsolutePath();
        return new Settings(flags, environment, home, read(home.resolve(FILE)));
    }

    public Path home() {
        return home;
    }

    /** Where secrets are, which have names of their own. */
    Map<String, String> environment() {
        return environment;
    }

    Optional<Sourced> find(Setting setting) {
        return sourced(
                        flags.get(setting),
                        "--" + setting.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .or(() -> sourced(environment.get(setting.variable()), setting.variable()))
                .or(() -> sourced(
                        file.getProperty(setting.variable()), setting.variable() + " in " + home.resolve(FILE)));
    }

    /** A text and where it stands, so that a refusal can say so. */
    record Sourced(String text, String source) {
        SettingsException refused(String wanted) {
            return new SettingsException("%s is '%s': %s".formatted(source, text, wanted));
        }
    }

    private static Optional<Sourced> sourced(@Nullable String text, String source) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> new Sourced(value, source));
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            refuseUnknown(properties.stringPropertyNames(), file);
        }
        return properties;
    }

    /** A misspelt name would be a setting that silently does nothing. HOME says where the file is, so it is not in it. */
    private static void refuseUnknown(Set<String> names, Path file) {
        var known = Arrays.stream(Setting.values())
                .filter(setting -> setting != Setting.HOME)
                .map(Setting::variable)
                .collect(Collectors.toCollection(TreeSet::new));
        var unknown = new TreeSet<>(names);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new SettingsException("%s sets %s, which does not exist; there are %s"
                    .formatted(file, String.join(", ", unknown), String.join(", ", known)));
        }
    }
}
