package dev.runengine.campaign.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A running Chromium, spoken to through pipes: unlike a debugging port, no other user of the machine can connect to them,
 * and the browser ends by itself when this JVM does.
 */
final class ChromiumProcess implements AutoCloseable {
    /** Chromium reads commands from descriptor 3 and answers on 4; a Java process has only the first three. */
    private static final String PIPES = "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null";

    private static final int KILL_PATIENCE_SECONDS = 10;
    private static final int LAST_WORDS = 600;
    /** Nothing else is inherited: a page's browser needs none of the node's secrets. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH");

    private final Profile profile;
    private final Process process;
    private final StringBuffer errors = new StringBuffer();

    private ChromiumProcess(Profile profile, Process process) {
        this.profile = profile;
        this.process = process;
    }

    /** @param port on this machine, the only one the browser reaches, under the name of {@link Browser#HOST} */
    static ChromiumProcess start(Path binary, int port) throws IOException {
        var profile = Profile.create();
        try {
            var command = new ArrayList<>(List.of("/bin/sh", "-c", PIPES, "sh"));
            command.addAll(command(binary, profile.folder(), port));
            var builder = new ProcessBuilder(command).directory(profile.folder().toFile());
            builder.environment().keySet().retainAll(ENVIRONMENT);
            builder.environment().put("HOME", profile.folder().toString());
            builder.environment().put("TMPDIR", profile.folder().toString());
            var chromium = new ChromiumProcess(profile, builder.start());
            Thread.ofPlatform().daemon().name("chromium-errors").start(chromium::listen);
            return chromium;
        } catch (IOException e) {
            profile.close();
            throw e;
        }
    }

    private static List<String> command(Path binary, Path profile, int port) {
        var command = new ArrayList<>(List.of(
                binary.toString(),
                "--headless",
                "--remote-debugging-pipe",
                "--user-data-dir=" + profile,
                "--no-first-run",
                "--mute-audio",
                "--hide-scrollbars",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-quic",
                "--disable-sync",
                // Software WebGL, so that what is seen does not depend on the machine's graphics card.
                "--enable-unsafe-swiftshader",
                "--use-angle=swiftshader",
                // One name leads to one port; every other name and address leads nowhere, this machine's included.
                // A proxy would resolve names itself, and WebRTC would go round the resolver.
                "--host-resolver-rules=MAP " + Browser.HOST + ":80 127.0.0.1:" + port + ",MAP * ~NOTFOUND",
                "--no-proxy-server",
                "--force-webrtc-ip-handling-policy=disable_non_proxied_udp"));
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium's sandbox refuses to run as root.
            command.add("--no-sandbox");
        }
        return command;
    }

    InputStream answers() {
        return process.getInputStream();
    }

    OutputStream commands() {
        return process.getOutputStream();
    }

    /** The end of what it wrote to its standard error, in one line. */
    String lastWords() {
        var text = errors.toString().strip().replaceAll("\\s+", " ");
        return text.substring(Math.max(0, text.length() - LAST_WORDS));
    }

    /** Kills it with all its children, and removes what it wrote. Returns within seconds, interrupted or not. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly()
                .onExit()
                .completeOnTimeout(process, KILL_PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        profile.close();
    }

    private void listen() {
        try (var in = process.getErrorStream()) {
            var buffer = new byte[4096];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                errors.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                errors.delete(0, Math.max(0, errors.length() - 4 * LAST_WORDS));
            }
        } catch (IOException closed) {
            // The process was killed; what it said before is kept.
        }
    }
}
