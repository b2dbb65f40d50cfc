package dev.lectern.index;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Something dear that is made by the first who asks, while all others wait. Where it failed it is not tried again: thousands of samples
 * would each wait for the same outage.
 */
final class Once<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> make;
    private volatile Optional<T> made = Optional.empty();
    private volatile Optional<RuntimeException> failed = Optional.empty();

    Once(Supplier<T> make) {
        this.make = make;
    }

    T get() {
        return made.orElseGet(this::first);
    }

    Optional<T> made() {
        return made;
    }

    private T first() {
        lock.lock();
        try {
            if (failed.isPresent()) {
                throw failed.get();
            }
            T found = made.orElseGet(make);
            made = Optional.of(found);
            return found;
        } catch (RuntimeException e) {
            failed = Optional.of(e);
            throw e;
        } finally {
            lock.unlock();
        }
    }
}
