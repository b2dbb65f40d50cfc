package dev.lectern.testkit;

import dev.lectern.adapters.model.AnthropicProvider;
import dev.lectern.model.ModelProvider;

class AnthropicModelTest extends OneHouseContract {
    @Override
    protected ModelProvider provider() {
        return new AnthropicProvider();
    }
}
