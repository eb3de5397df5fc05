package dev.runengine.skills.http;

import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.skills.typed.SkillException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a service is, and where else its answers may send us. Whatever an answer says, no other host is asked: a service
 * could otherwise make the engine fetch from the network it runs in (server-side request forgery).
 */
public final class Endpoint {
    private static final Pattern ALLOWED = Pattern.compile("(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?");

    private final URI base;
    private final List<String> allowed;

    private Endpoint(URI base, List<String> allowed) {
        this.base = base;
        this.allowed = allowed;
    }

    /**
     * @param baseUrl http or https, without user, query and fragment
     * @param allowedHosts further hosts that files may be fetched from: {@code cdn.example.com}, {@code *.example.com},
     *     each also with a port
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Endpoint of(String baseUrl, List<String> allowedHosts) {
        var base = parse(baseUrl)
                .filter(Endpoint::hasPlainHost)
                .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "\"" + baseUrl
                                        + "\" is no base address; write one such as https://api.example.com/v1, without user and query"));
        for (var host : allowedHosts) {
            if (!ALLOWED.matcher(host).matches()) {
                throw new IllegalArgumentException("\"" + host
                        + "\" is no host; write one such as cdn.example.com, *.example.com or cdn.example.com:8443");
            }
        }
        return new Endpoint(
                base,
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList());
    }

    /**
     * @param address a path, taken below the base address, or a whole address
     * @throws SkillException for an address that may not be asked
     */
    public URI resolve(String address) throws SkillException {
        var text = address.startsWith("/") ? withoutSlash(base.toString()) + address : address;
        var uri = parse(text)
                .filter(Endpoint::hasPlainHost)
                .orElseThrow(() -> new SkillException(new Rejected(
                        "the provider at " + authority(base) + " names an address that is no http or https address")));
        if (!isHome(uri) && !isAllowed(uri)) {
            throw new SkillException(new Rejected("the provider at " + authority(base) + " sends us to "
                    + authority(uri) + ", which is not allowed; if it is right, add the host to allowedHosts"));
        }
        return uri;
    }

    /** Whether this is the service itself, which is shown the secrets, unlike the hosts it sends us to. */
    public boolean isHome(URI uri) {
        return authority(uri).equals(authority(base)) && scheme(uri).equals(scheme(base));
    }

    /** Scheme, host and port, for messages. */
    public String name() {
        return scheme(base) + "://" + authority(base);
    }

    @Override
    public String toString() {
        return base.toString();
    }

    /** Never from https down to http: what is fetched could be changed on the way. */
    private boolean isAllowed(URI uri) {
        return (scheme(uri).equals("https") || scheme(base).equals("http"))
                && allowed.stream().anyMatch(entry -> matches(entry, uri));
    }

    private static boolean matches(String entry, URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var withPort = entry.contains(":");
        var actual = withPort ? host + ":" + port(uri) : host;
        boolean usualPort = port(uri) == (scheme(uri).equals("https") ? 443 : 80);
        return (withPort || usualPort)
                && (entry.startsWith("*.") ? actual.endsWith(entry.substring(1)) : actual.equals(entry));
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean hasPlainHost(URI uri) {
        return (scheme(uri).equals("https") || scheme(uri).equals("http"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static String authority(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port(uri);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : scheme(uri).equals("https") ? 443 : 80;
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
