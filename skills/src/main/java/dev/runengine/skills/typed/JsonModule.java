package dev.runengine.skills.typed;

import dev.runengine.core.json.Json;
import dev.runengine.skills.json.JacksonJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Lets a record hold JSON that has no record of its own: Jackson would take {@link Json} for a bean. */
final class JsonModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    JsonModule() {
        addDeserializer(Json.class, new Reader());
        addSerializer(Json.class, new Writer());
    }

    private static final class Reader extends StdDeserializer<Json> {
        Reader() {
            super(Json.class);
        }

        @Override
        public Json deserialize(JsonParser parser, DeserializationContext context) {
            return JacksonJson.fromNode(context.readTree(parser));
        }
    }

    private static final class Writer extends StdSerializer<Json> {
        Writer() {
            super(Json.class);
        }

        @Override
        public void serialize(Json value, JsonGenerator out, SerializationContext context) {
            context.writeTree(out, JacksonJson.toNode(value));
        }
    }
}
