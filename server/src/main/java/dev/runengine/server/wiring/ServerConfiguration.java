package dev.runengine.server.wiring;

import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.events.LifecycleLog;
import dev.runengine.runtime.inquiry.Inquiry;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.runtime.port.EngineListener;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.runtime.retention.CleanUp;
import dev.runengine.runtime.retention.Retention;
import dev.runengine.runtime.schedule.Firing;
import dev.runengine.runtime.schedule.Schedules;
import dev.runengine.server.ops.CacheMetrics;
import dev.runengine.server.ops.CleaningUp;
import dev.runengine.server.security.ApiSecurity;
import dev.runengine.server.settings.Role;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.store.schedule.UnixCron;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The beans that are not controllers. What is opened here is closed with the context. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan("dev.runengine.server")
public class ServerConfiguration {
    /** How long a file that nothing names is kept: it may be about to be named. */
    private static final Duration UNRECORDED = Duration.ofHours(24);

    @Bean
    Storage storage(ServerOptions options, Storage.Opening opening) throws IOException {
        return opening.open(options);
    }

    @Bean
    SystemTimer timer() {
        return new SystemTimer();
    }

    @Bean
    EngineNode node(
            ServerOptions options,
            Storage storage,
            CacheMetrics metrics,
            List<EngineListener> listeners,
            SystemTimer timer)
            throws IOException {
        return NodeStart.node(options, metrics.measured(storage.ports()), listeners, timer);
    }

    @Bean
    RunEngine engine(EngineNode node) {
        return node.engine();
    }

    @Bean
    Inquiry inquiry(EngineNode node) {
        return node.inquiry();
    }

    @Bean
    WorkflowRegistry workflows(EngineNode node) {
        return node.workflows();
    }

    @Bean
    RunQueries queries(Storage storage) {
        return storage.ports().queries();
    }

    @Bean
    CacheShelf shelf(Storage storage) {
        return storage.ports().shelf();
    }

    @Bean
    QueueBoard board(Storage storage) {
        return storage.ports().board();
    }

    @Bean
    Schedules schedules(Storage storage, WorkflowRegistry workflows, SystemTimer timer) {
        return new Schedules(storage.schedules(), workflows, new UnixCron(), Host.of(timer));
    }

    @Bean
    CleanUp cleanUp(ServerOptions options, Storage storage, SystemTimer timer) throws IOException {
        var retention =
                FleetFile.RETENTION.read(options.home(), Retention::read).orElse(Retention.FOREVER);
        return new CleanUp(storage.retention(), storage.ports().artifacts(), retention, UNRECORDED, timer);
    }

    /** Only who executes runs starts what is due, and cleans up. */
    @Bean
    Storage.Waking waking(
            ServerOptions options,
            Storage storage,
            RunEngine engine,
            SystemTimer timer,
            CleanUp cleanUp,
            CleaningUp cleaning) {
        if (!options.has(Role.WORKER)) {
            return () -> {};
        }
        var firing = new Firing(engine, storage.schedules(), new UnixCron(), timer);
        return storage.wakeFor(firing::fire, () -> cleaning.by(cleanUp));
    }

    @Bean
    ArtifactStore artifacts(Storage storage) {
        return storage.ports().artifacts();
    }

    @Bean
    EngineListener lifecycleLog(Storage storage) {
        return new LifecycleLog(storage.ports().hot().name());
    }

    @Bean
    PrometheusMeterRegistry metrics() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        return registry;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, ApiSecurity rules) throws Exception {
        return rules.chain(http);
    }
}
