@NullMarked
package dev.lectern.adapters.web;

import org.jspecify.annotations.NullMarked;
