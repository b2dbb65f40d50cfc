/** HTTP over real sockets on this machine's own address, byte by byte. */
@NullMarked
package dev.lectern.adapters.wire;

import org.jspecify.annotations.NullMarked;
