package dev.runengine.server.settings;

/** A PostgreSQL server to use. @param url JDBC */
public record Database(String url, String user, String password) {
    /** Without the password: settings are logged. */
    @Override
    public String toString() {
        return (user.isEmpty() ? "no user" : user) + " at " + url;
    }
}
