package dev.lectern.adapters.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Addresses that lie in somebody's own network, which no page of the web has any business to lead to (IANA special-purpose registries). */
final class PrivateAddresses {
    /** First byte, second byte and the bits of the two that count. */
    private record Block(int first, int second, int bits) {
        boolean holds(int a, int b) {
            int mask = -1 << (16 - bits);
            return ((((a << 8) | b) ^ ((first << 8) | second)) & mask) == 0;
        }
    }

    private static final List<Block> BLOCKS = List.of(
            new Block(0, 0, 8),
            new Block(10, 0, 8),
            new Block(100, 64, 10),
            new Block(127, 0, 8),
            new Block(169, 254, 16),
            new Block(172, 16, 12),
            new Block(192, 168, 16),
            new Block(198, 18, 15),
            new Block(224, 0, 3));

    private PrivateAddresses() {}

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPrivate(bytes, 0);
        } else if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        int first = bytes[0] & 0xff;
        boolean uniqueLocal = (first & 0xfe) == 0xfc;
        return uniqueLocal || embedded(bytes);
    }

    /** An address of the older kind within one of the newer: mapped, compatible, 6to4 and NAT64. */
    private static boolean embedded(byte[] bytes) {
        boolean zeros = Arrays.equals(bytes, 0, 10, new byte[10], 0, 10);
        boolean mapped = zeros && (bytes[10] == 0 || bytes[10] == (byte) 0xff);
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 2;
        return ((mapped || nat64) && isPrivate(bytes, 12)) || (sixToFour && isPrivate(bytes, 2));
    }

    private static boolean isPrivate(byte[] bytes, int from) {
        int a = bytes[from] & 0xff;
        int b = bytes[from + 1] & 0xff;
        boolean protocols = a == 192 && b == 0 && bytes[from + 2] == 0;
        return protocols || BLOCKS.stream().anyMatch(block -> block.holds(a, b));
    }
}
