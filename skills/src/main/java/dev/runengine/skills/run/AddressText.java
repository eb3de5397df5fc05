package dev.runengine.skills.run;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/** A text in a JSON value that is written as an artifact address, whether it is one or not. */
record AddressText(JsonPointer place, String text) {

    static List<AddressText> findIn(Json value) {
        var found = new ArrayList<AddressText>();
        collect(value, JsonPointer.ROOT, found);
        return found;
    }

    private static void collect(Json value, JsonPointer place, List<AddressText> found) {
        switch (value) {
            case JString(var text)
            when text.startsWith(ArtifactAddress.PREFIX) -> found.add(new AddressText(place, text));
            case JNull _, JBool _, JNumber _, JString _ -> {}
            case JArray(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    collect(items.get(i), place.append(i), found);
                }
            }
            case JObject(var members) -> members.forEach((name, member) -> collect(member, place.append(name), found));
        }
    }
}
