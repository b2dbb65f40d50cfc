package dev.lectern.web;

/**
 * A page that a search named.
 *
 * @param url as the search gave it
 * @param title empty text where there is none
 */
public record WebHit(String url, String title) {}
