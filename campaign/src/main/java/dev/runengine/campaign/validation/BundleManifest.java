package dev.runengine.campaign.validation;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What manifest.json says, as far as it can be read. */
record BundleManifest(JsonNode root) {

    /** Empty when there is none, or it is not JSON. */
    static Optional<BundleManifest> of(Bundle bundle) throws IOException {
        var file = bundle.file(Bundle.MANIFEST);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readTree(file.get().text()))
                    .filter(JsonNode::isObject)
                    .map(BundleManifest::new);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    String entryPoint() {
        return root.path("entry_point").asString(Bundle.USUAL_ENTRY_POINT);
    }

    Optional<String> text(String name) {
        return Optional.of(root.path(name).asString("")).filter(text -> !text.isEmpty() && text.length() <= 200);
    }
}
