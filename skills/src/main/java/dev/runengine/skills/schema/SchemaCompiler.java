package dev.runengine.skills.schema;

import com.networknt.schema.InvalidSchemaException;
import com.networknt.schema.InvalidSchemaRefException;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.skills.json.JacksonJson;
import java.util.Locale;

/** Makes schemas ready with the networknt library, closed off from everything outside the schema itself. */
final class SchemaCompiler {
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
    private static final String META_SCHEMAS = "https://json-schema.org/draft/2020-12/";

    /** Keywords evaluated in one check. */
    private static final int MOST_STEPS = 2_000_000;

    /** Schemas within schemas: a level of data takes two to four, so {@code StorableJson.MAX_DEPTH} fits. */
    private static final int MOST_LEVELS = 1_000;

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .locale(Locale.ROOT)
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(BoundedPattern::new)
            .executionContextCustomizer((context, _) -> context.executionConfig(
                    c -> c.maxEvaluationSteps(MOST_STEPS).maxEvaluationDepth(MOST_LEVELS)))
            .build();

    private static final Compiled.Valid META = new Compiled.Valid(registry().getSchema(SchemaLocation.of(META_SCHEMA)));

    private SchemaCompiler() {}

    static Compiled compile(JObject schema) {
        var problems = META.check(schema);
        if (!problems.isEmpty()) {
            return new Compiled.Invalid(problems);
        }
        try {
            var ready = registry().getSchema(JacksonJson.toNode(schema));
            ready.initializeValidators(); // Resolves every reference now, not in the middle of the first check.
            return new Compiled.Valid(ready);
        } catch (InvalidSchemaRefException e) {
            return Compiled.Invalid.because("a $ref leads nowhere: " + e.getMessage());
        } catch (InvalidSchemaException e) {
            return Compiled.Invalid.because("only $schema " + META_SCHEMA
                    + " and a $ref inside the same schema (such as #/$defs/name) are supported: " + e.getMessage());
        } catch (SchemaException e) {
            return Compiled.Invalid.because(String.valueOf(e.getMessage()));
        }
    }

    /** One registry per schema: a shared one would let a schema see, or take the place of, another one's {@code $id}. */
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                registry -> registry.schemaRegistryConfig(CONFIG)
                        .schemaLoader(
                                loader -> loader.allow(iri -> iri.toString().startsWith(META_SCHEMAS))));
    }
}
