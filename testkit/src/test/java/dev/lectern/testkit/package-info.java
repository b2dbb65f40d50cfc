@NullMarked
package dev.lectern.testkit;

import org.jspecify.annotations.NullMarked;
