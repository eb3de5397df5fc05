package dev.runengine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.bench.workload.Workloads;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    @Test
    void theFiguresOfAChainAreInTheFile(@TempDir Path folder) throws Exception {
        var file = folder.resolve("report/bench.json");
        Bench.write(Bench.measure(List.of(Workloads.smoke())), file);

        var measured = (JObject) items(read(file), "measurements").getFirst();
        assertThat(measured.get("workload")).contains(Json.of("smoke"));
        assertThat(number(measured, "commitMs")).isPositive();
        var figures = figures(measured);
        assertThat(figures)
                .containsKeys("run p99", "gap between steps p99", "CPU per step", "heap live after")
                .allSatisfy((_, value) -> assertThat(value).isNotNaN());
        assertThat(figures.get("throughput")).isPositive();
        assertThat(figures.get("gap between steps p50")).isPositive();
        assertThat(figures.get("WAL per step")).isPositive();
        // Two runs are triggered, claimed and begun in commits of their own, and no step of a chain shares one.
        assertThat(figures.get("commits per step")).isGreaterThanOrEqualTo(1);
    }

    private static JObject read(Path file) throws Exception {
        return (JObject) JsonReader.parse(Files.readString(file));
    }

    private static Map<String, Double> figures(JObject measured) {
        var figures = new HashMap<String, Double>();
        for (var figure : items(measured, "figures")) {
            figures.put(
                    ((Json.JString) ((JObject) figure).get("name").orElseThrow()).value(),
                    number((JObject) figure, "value"));
        }
        return figures;
    }

    private static List<Json> items(JObject object, String name) {
        return ((JArray) object.get(name).orElseThrow()).items();
    }

    private static double number(JObject object, String name) {
        return ((JNumber) object.get(name).orElseThrow()).value();
    }
}
