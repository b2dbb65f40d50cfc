package dev.lectern.testkit;

import dev.lectern.adapters.model.GeminiProvider;
import dev.lectern.model.ModelProvider;

class GeminiModelTest extends OneHouseContract {
    @Override
    protected ModelProvider provider() {
        return new GeminiProvider();
    }
}
