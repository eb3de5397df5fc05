package dev.runengine.app.settings;

/** What can be set. The constant's name, after {@code RUN_ENGINE_}, is the name everywhere but on the command line. */
public enum Setting {
    HOME,
    PORT,
    OPS_PORT,
    DATABASE_URL,
    DATABASE_USER,
    DATABASE_PASSWORD,
    ARTIFACTS,
    PROVIDERS,
    ROLES,
    ISSUER_URI,
    LEASE,
    LOG_FORMAT,
    REDIS_URL;

    public String variable() {
        return "RUN_ENGINE_" + name();
    }
}
