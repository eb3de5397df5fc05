package dev.runengine.campaign.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a text file of a bundle refers to, as it stands in the text. */
final class References {
    private static final Pattern HTML = Pattern.compile(
            "<(?!a\\b)\\w+\\b[^>]*?\\s(?:src|href|poster|data)\\s*=\\s*[\"']([^\"'#][^\"']*)[\"']",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CSS =
            Pattern.compile("url\\(\\s*[\"']?([^\"')#][^\"')]*)[\"']?\\s*\\)|@import\\s+[\"']([^\"']+)[\"']");
    /** Addresses in scripts count where something is loaded from them; names of XML namespaces and comments do not. */
    private static final Pattern SCRIPT = Pattern.compile(
            "(?:\\bfetch|\\bimport|\\bimportScripts|\\bWorker|\\bWebSocket|\\bEventSource|\\bsendBeacon|loadScript)\\s*\\(\\s*"
                    + "[\"'`]([^\"'`$]+)[\"'`]|\\.(?:src|href)\\s*=\\s*[\"'`]([^\"'`$]+)[\"'`]");

    private References() {}

    static List<String> in(BundledFile file, String text) {
        return switch (file.extension()) {
            case "html", "htm" -> found(HTML, text);
            case "css" -> found(CSS, text);
            case "js" -> found(SCRIPT, text);
            default -> List.of();
        };
    }

    private static List<String> found(Pattern pattern, String text) {
        var found = new ArrayList<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    found.add(matcher.group(group).strip());
                }
            }
        }
        return found;
    }
}
