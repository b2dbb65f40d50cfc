package dev.lectern.adapters.model;

import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;

/** A model behind an address: who it is, and the way there. */
abstract sealed class OverLane implements ModelClient permits WireModel, MeasuringClient, RewardClient {
    final ModelId id;
    final Lane lane;

    OverLane(ModelId id, Lane lane) {
        this.id = id;
        this.lane = lane;
    }

    @Override
    public final ModelId id() {
        return id;
    }

    @Override
    public final String lane() {
        return lane.access().lane();
    }
}
