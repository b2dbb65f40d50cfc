package dev.lectern.testkit;

import dev.lectern.engine.Engine;
import dev.lectern.engine.Flow;
import dev.lectern.engine.LocalEngine;
import java.nio.file.Path;

class LocalEngineTest extends EngineContract<Flow> {
    @Override
    protected Engine<Flow> engine(Path emptyFolder, int threads) {
        return new LocalEngine(emptyFolder, threads, threads);
    }
}
