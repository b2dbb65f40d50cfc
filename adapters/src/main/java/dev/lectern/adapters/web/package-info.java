/**
 * The web: search engines behind one shape, pages fetched with manners and with care. Start with
 * {@link dev.lectern.adapters.web.HttpWebProvider}. Nothing is kept here; that is {@code dev.lectern.web}'s work.
 */
@NullMarked
package dev.lectern.adapters.web;

import org.jspecify.annotations.NullMarked;
