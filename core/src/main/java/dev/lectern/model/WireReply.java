package dev.lectern.model;

/** A reply as a client hands it over: what was said, and what the headers say of the limits. */
public record WireReply(ChatReply reply, Headroom headroom) {}
