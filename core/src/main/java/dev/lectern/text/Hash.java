package dev.lectern.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Content hashes: identities of documents, passages, samples and replies. The same on every machine and in every run. */
public final class Hash {
    /** 20 hex digits = 80 bits: under one collision in 10^9 for ten million records. */
    private static final int ID_DIGITS = 20;

    private Hash() {}

    /** The id of what the parts say together; parts are kept apart, so ("ab","c") and ("a","bc") differ. */
    public static String id(String... parts) {
        return hex(digest(parts)).substring(0, ID_DIGITS);
    }

    /** Full SHA-256 in hex of the parts. */
    public static String sha256(String... parts) {
        return hex(digest(parts));
    }

    /** SHA-256 in hex of exactly these bytes. */
    public static String sha256(byte[] bytes) {
        return hex(sha().digest(bytes));
    }

    /** A 64-bit hash of the parts, evenly spread; for ranks and draws. */
    public static long rank(String... parts) {
        byte[] d = digest(parts);
        long rank = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            rank = (rank << 8) | (d[i] & 0xff);
        }
        return rank;
    }

    private static byte[] digest(String... parts) {
        MessageDigest sha = sha();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(bytes);
        }
        return sha.digest();
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
