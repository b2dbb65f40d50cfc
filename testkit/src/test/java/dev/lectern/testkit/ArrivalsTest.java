package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.model.Landing;
import dev.lectern.text.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {
    private static final String REQUEST = Hash.sha256("a request");

    @TempDir
    private Path folder;

    @Test
    void whatCameIsLeftForTheSameRequestWhenTheProgramIsGone() throws IOException {
        byte[] answer = bytes(10_000, 1);
        try (SqliteReplyStore store = open("run")) {
            Landing landing = store.landings().open(REQUEST);
            take(landing, answer, 700);
            store.landings().open(Hash.sha256("another")).take(bytes(10, 2), 0, 10);
            dieInto("next");
        }
        try (SqliteReplyStore next = open("next")) {
            assertThat(next.landings().open(Hash.sha256("a third")).left()).isEmpty();
            Landing landing = next.landings().open(REQUEST);
            assertThat(landing.left()).hasValue(answer);
            assertThat(landing.holds()).isTrue();
            assertThat(next.landings().open(REQUEST).left())
                    .as("handed out once")
                    .isEmpty();
        }
    }

    @Test
    void whatTheKernelHandedOverIsLeftThoughNobodyCouldSaySoAnyMore() throws IOException {
        byte[] answer = bytes(9_000, 1);
        try (SqliteReplyStore store = open("run")) {
            Landing landing = store.landings().open(REQUEST);
            int said = 0;
            while (said < answer.length) {
                ByteBuffer room = landing.room().orElseThrow();
                int count = Math.min(room.remaining(), answer.length - said);
                room.put(answer, said, count);
                said += count;
                if (said < answer.length) {
                    landing.came(count);
                }
            }
            dieInto("next");
        }
        try (SqliteReplyStore next = open("next")) {
            assertThat(next.landings().open(REQUEST).left()).hasValue(answer);
        }
    }

    @Test
    void aPlaceThatHeldALongAnswerShowsNothingOfItAfterAShortOne() throws IOException {
        try (SqliteReplyStore store = open("run")) {
            try (Landing landing = store.landings().open(REQUEST)) {
                take(landing, bytes(4_000, 1), 4_000);
            }
            take(store.landings().open(REQUEST), bytes(10, 2), 10);
            dieInto("next");
        }
        try (SqliteReplyStore next = open("next")) {
            assertThat(next.landings().open(REQUEST).left()).hasValue(bytes(10, 2));
        }
    }

    @Test
    void aRequestThatNothingCameForLeavesNothing() throws IOException {
        try (SqliteReplyStore store = open("run")) {
            assertThat(store.landings().open(REQUEST).holds()).isFalse();
            dieInto("next");
        }
        open("next").close();
        assertThat(arrivals("next")).doesNotExist();
    }

    @Test
    void aKillWhileWhatWasLeftIsWaitedForLosesNothing() throws IOException {
        try (SqliteReplyStore store = open("run")) {
            take(store.landings().open(REQUEST), bytes(5_000, 1), 5_000);
            dieInto("second");
        }
        try (SqliteReplyStore second = open("second")) {
            for (int i = 0; i < 200; i++) {
                take(second.landings().open(Hash.sha256("request " + i)), bytes(3_000, i), 3_000);
            }
            dieInto("third", "second");
        }
        try (SqliteReplyStore third = open("third")) {
            assertThat(third.landings().open(REQUEST).left()).hasValue(bytes(5_000, 1));
            assertThat(third.landings().open(Hash.sha256("request 199")).left()).hasValue(bytes(3_000, 199));
        }
    }

    @Test
    void whatIsKeptLeavesItsRoomToOthersAndNothingToTheNextRun() throws IOException {
        try (SqliteReplyStore store = open("run")) {
            for (int i = 0; i < 1_000; i++) {
                try (Landing landing = store.landings().open(REQUEST)) {
                    take(landing, bytes(20_000, i), 8_192);
                }
            }
            assertThat(Files.size(arrivals("run"))).isLessThan(1 << 20);
            dieInto("next");
        }
        assertThat(arrivals("run")).doesNotExist();
        try (SqliteReplyStore next = open("next")) {
            assertThat(next.landings().open(REQUEST).left()).isEmpty();
        }
    }

    @Test
    void whatComesAfterItsAnswerWasGivenUpIsDropped() {
        try (SqliteReplyStore store = open("run")) {
            Landing late = store.landings().open(REQUEST);
            take(late, bytes(10, 1), 10);
            late.close();
            try (Landing next = store.landings().open(REQUEST)) {
                take(next, bytes(10, 2), 10);
                take(late, bytes(10, 3), 10);
                assertThat(next.left())
                        .as("an answer that is coming is not left over")
                        .isEmpty();
                assertThat(late.holds()).isFalse();
            }
        }
    }

    @Test
    void anAnswerAnewTakesThePlaceOfWhatWasLeft() throws IOException {
        try (SqliteReplyStore store = open("run")) {
            take(store.landings().open(REQUEST), bytes(9_000, 1), 9_000);
            dieInto("second");
        }
        try (SqliteReplyStore second = open("second")) {
            Landing landing = second.landings().open(REQUEST);
            assertThat(landing.left()).isPresent();
            take(landing, bytes(100, 2), 100);
            dieInto("third", "second");
        }
        try (SqliteReplyStore third = open("third")) {
            assertThat(third.landings().open(REQUEST).left()).hasValue(bytes(100, 2));
        }
    }

    @Test
    void whereThereIsNoRoomAnswersDoNotLandAndNothingBreaks() {
        List<Landing> all = new ArrayList<>();
        try (SqliteReplyStore store = open("run")) {
            byte[] large = bytes(1 << 20, 1);
            for (int i = 0; i < 300; i++) {
                Landing landing = store.landings().open(REQUEST);
                take(landing, large, large.length);
                all.add(landing);
            }
            assertThat(all.getFirst().holds()).isTrue();
            assertThat(all.getLast().holds()).isFalse();
            all.forEach(Landing::close);
            try (Landing again = store.landings().open(REQUEST)) {
                take(again, large, large.length);
                assertThat(again.holds()).isTrue();
            }
        }
    }

    @Test
    void aDamagedFileOfArrivalsIsNoObstacle() throws IOException {
        open("run").close();
        Files.write(arrivals("run"), bytes(600_000, 7));
        try (SqliteReplyStore store = open("run")) {
            try (Landing landing = store.landings().open(REQUEST)) {
                assertThat(landing.left()).isEmpty();
                take(landing, bytes(100, 1), 100);
                assertThat(landing.holds()).isTrue();
            }
        }
    }

    private SqliteReplyStore open(String run) {
        return SqliteReplyStore.open(folder.resolve(run).resolve("replies.db"));
    }

    private Path arrivals(String run) {
        return folder.resolve(run).resolve("replies.db-arrivals");
    }

    /** What a kill would leave now. */
    private void dieInto(String copy) throws IOException {
        dieInto(copy, "run");
    }

    private void dieInto(String copy, String run) throws IOException {
        Files.createDirectories(folder.resolve(copy));
        Files.copy(arrivals(run), arrivals(copy));
    }

    private static void take(Landing landing, byte[] bytes, int piece) {
        for (int at = 0; at < bytes.length; at += piece) {
            landing.take(bytes, at, Math.min(piece, bytes.length - at));
        }
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        Random random = new Random(seed);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (1 + random.nextInt(255));
        }
        return bytes;
    }
}
