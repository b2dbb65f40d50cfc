package dev.lectern.testkit;

/** Why a request gets no reply: a status and customary words. */
record Refusal(int status, String message, String code) {}
