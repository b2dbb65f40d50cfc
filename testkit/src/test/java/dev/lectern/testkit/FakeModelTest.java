package dev.lectern.testkit;

import dev.lectern.model.ChatModel;
import dev.lectern.model.ModelException;

class FakeModelTest extends ChatModelContract {
    @Override
    protected ChatModel sensible() {
        return FakeModel.sensible();
    }

    @Override
    protected ChatModel refusing() {
        return FakeModel.by(request -> {
            throw new ModelException(ModelException.Kind.REFUSED, "no", "No.");
        });
    }

    @Override
    protected ChatModel unreachable() {
        return FakeModel.by(request -> {
            throw new ModelException(ModelException.Kind.UNREACHABLE, "gone", "");
        });
    }
}
