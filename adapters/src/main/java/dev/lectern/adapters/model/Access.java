package dev.lectern.adapters.model;

/**
 * One endpoint and one key for it.
 *
 * @param provider its name, as before the colon
 * @param from the option or variable that gave the address, for people
 * @param keyVariable the environment variable that holds the key, or would
 * @param nth of several keys in that variable, from 1; 0 if it holds one
 */
record Access(String provider, Address address, String from, String keyVariable, Key key, int nth) {
    /** Which way to a model this is, for people. */
    String lane() {
        String number = nth == 0 ? "" : " #" + nth;
        return address.authority() + (key.isEmpty() ? "" : " (" + keyVariable + number + ")");
    }

    Access at(Address other) {
        return new Access(provider, other, from, keyVariable, key, nth);
    }
}
