package dev.lectern.adapters.model;

/** OLLAMA_HOST tells a server where to listen, and its users where it listens: a host, a port, or both, and rarely an address. */
final class HostVariable {
    private HostVariable() {}

    /** The address that a variable means. */
    static String base(String variable, String value) {
        if (!variable.startsWith("OLLAMA_")) {
            return value;
        }
        String text = value.strip();
        String scheme = text.contains("://") ? text.substring(0, text.indexOf("://") + 3) : "http://";
        String rest = text.startsWith(scheme) ? text.substring(scheme.length()) : text;
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash).replaceAll("/+$", "");
        boolean hasPort = authority.matches(".*:\\d+");
        String host = hasPort ? authority.substring(0, authority.lastIndexOf(':')) : authority;
        String port = hasPort ? authority.substring(authority.lastIndexOf(':')) : ":11434";
        // An address to listen on everywhere is none to call.
        String reached = host.isEmpty() || host.equals("0.0.0.0") || host.equals("[::]") ? "127.0.0.1" : host;
        boolean standard = scheme.equals("https://") && !hasPort;
        return scheme + reached + (standard ? "" : port) + (path.isEmpty() ? "/v1" : path);
    }
}
