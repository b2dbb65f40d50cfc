package dev.lectern.adapters.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.model.Cost;
import dev.lectern.model.Spent;
import dev.lectern.model.Usage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {
    private static final Spent CALL = Spent.of(1, new Usage(10, 1, 0), Cost.NOTHING);

    @TempDir
    private Path folder;

    private final CountDownLatch full = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private StoreWriter writer;
    private GroupCommit commits;

    @BeforeEach
    void open() throws SQLException {
        Path file = folder.resolve("replies.db");
        writer = new StoreWriter(StoreFile.write(file), new Patterns());
        commits = new GroupCommit(writer, new Journal(file), () -> {});
    }

    @AfterEach
    void close() throws SQLException {
        full.countDown();
        commits.close();
        writer.close();
    }

    @Test
    void aChangeThatBreaksDoesNotTakeThoseBesideItWithIt() throws Exception {
        List<FutureTask<Boolean>> together = together(
                this::spend,
                w -> {
                    throw new IllegalStateException("broken");
                },
                this::spend);
        assertThat(together.get(0).get()).isTrue();
        assertThatThrownBy(together.get(1)::get).hasRootCauseMessage("broken");
        assertThat(together.get(2).get()).isTrue();
        assertThat(calls()).as("each is kept once").isEqualTo(2);
    }

    @Test
    void whatTheFileRefusesDoesNotTakeThoseBesideItWithIt() throws Exception {
        List<FutureTask<Boolean>> together = together(
                this::spend,
                w -> {
                    throw new SQLException("the disk is full");
                },
                this::spend);
        assertThat(together.get(0).get()).isTrue();
        assertThatThrownBy(together.get(1)::get).hasRootCauseMessage("the disk is full");
        assertThat(together.get(2).get()).isTrue();
        assertThat(calls()).isEqualTo(2);
        assertThat(commits.broken()).isPresent();
    }

    /** Changes that wait while another is made, and so are committed as one group. */
    @SafeVarargs
    private List<FutureTask<Boolean>> together(GroupCommit.Change<Boolean>... changes) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> before = started(w -> {
            begun.countDown();
            await();
            return true;
        });
        begun.await();
        assertThat(before).isNotDone();
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (GroupCommit.Change<Boolean> change : changes) {
            tasks.add(started(change));
        }
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
        full.countDown();
        return tasks;
    }

    private FutureTask<Boolean> started(GroupCommit.Change<Boolean> change) {
        FutureTask<Boolean> task = new FutureTask<>(() -> commits.make(change, () -> {}));
        threads.add(Thread.ofPlatform().start(task));
        return task;
    }

    private void await() {
        try {
            full.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean spend(StoreWriter to) {
        to.add(CALL);
        return true;
    }

    private long calls() throws SQLException {
        try (StoreReader reader =
                new StoreReader(StoreFile.connect(folder.resolve("replies.db"), true), new Patterns())) {
            return StoreReader.spent(reader.totals()).calls();
        }
    }
}
