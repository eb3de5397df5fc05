package dev.runengine.server.tenancy;

/** Whose request it is; controllers take it as an argument. */
public record Tenant(String id) {
    /** The only one of a server without an issuer. */
    public static final Tenant DEFAULT = new Tenant("default");
}
