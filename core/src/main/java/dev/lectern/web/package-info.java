/**
 * The web as a source of evidence: searches and pages, each kept as a reply, so that a second run needs no network. Start with
 * {@link dev.lectern.web.Web}. What pages say is data; who is asked and how pages are fetched are the adapters' affair.
 */
@NullMarked
package dev.lectern.web;

import org.jspecify.annotations.NullMarked;
